import { hexOfKey } from '../key-forms.ts';
import type { Cell, InputOption } from './schema.ts';

/** What Google would read as a formula, or as the beginning of one; a number is none. */
const isFormula = (text: string) => /^[=+\-@\t\r\n]/.test(text) && !/^[+-]\d+(?:[.,]\d+)?$/.test(text);

/** What comes from outside stays text: with RAW it is never read, otherwise an apostrophe says so. */
export const safeRows = (rows: readonly (readonly Cell[])[], option: InputOption): readonly (readonly Cell[])[] =>
  option === 'RAW' ? rows : rows.map((row) => row.map(asText));

const asText = (cell: Cell): Cell => (typeof cell === 'string' && isFormula(cell) ? `'${cell}` : cell);

/** What stands beside each row of one wish. Begins with letters, so that it is never taken for a number. */
export const keyCell = (key: string): string => `key-${hexOfKey(key)}`;

/** The rows with the key in one column, right of the widest of them. An empty cell is left as it is. */
export function withKeyColumn(rows: readonly (readonly Cell[])[], key: string): readonly (readonly Cell[])[] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null), keyCell(key)]);
}

/** The numbers of the first and the last row with the key; null when there is none. Rows are counted from 1. */
export function rowsOfKey(rows: readonly (readonly Cell[])[], key: string) {
  const cell = keyCell(key);
  const numbers = rows.flatMap((row, index) => (row.includes(cell) ? [index + 1] : []));
  const [first] = numbers;
  const last = numbers.at(-1);
  return first !== undefined && last !== undefined ? { first, last, count: numbers.length } : null;
}

/** A sheet as A1 notation has it, whatever its name is. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
