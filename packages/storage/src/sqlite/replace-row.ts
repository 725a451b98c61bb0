import type { StatementSync } from 'node:sqlite';
import type { Collection } from '../store.ts';
import type { Column } from './column-values.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { columnName, tableName } from './table-layout.ts';

export interface NewRow {
  readonly id: string;
  readonly version: number;
  readonly columns: readonly Column[];
  readonly text: string;
}

/** `version, ...columns` of a document that is stored, by position. */
export type StateRow = Readonly<Record<number, unknown>>;

/** Replaces a row whose state is known. */
export type ReplaceRow = (row: NewRow, state: StateRow) => void;

/**
 * Names only the columns that change: SQLite rewrites each index that has a named one, changed or not, and those pages
 * were half of the cost of a replacement.
 */
export function createReplaceRow(
  database: SqliteDatabase,
  collection: Collection<unknown>,
  fields: readonly string[],
): ReplaceRow {
  const statements = new Map<string, StatementSync>();

  function statementFor(changed: readonly number[]): StatementSync {
    const key = changed.join();
    const known = statements.get(key);
    if (known !== undefined) return known;
    const names = ['version', ...changed.map((at) => columnName(fields[at] ?? '')), 'data'];
    const assignments = names.map((name, at) => `${name} = ?${at + 2}`);
    const statement = database.prepare(`UPDATE ${tableName(collection)} SET ${assignments.join(', ')} WHERE id = ?1`);
    statements.set(key, statement);
    return statement;
  }

  return ({ id, version, columns, text }, state) => {
    const changed: number[] = [];
    const values: Column[] = [];
    columns.forEach((column, at) => {
      if (isSame(column, state[at + 1])) return;
      changed.push(at);
      values.push(column);
    });
    statementFor(changed).run(id, version, ...values, text);
  };
}

/** The only blob is the one that stands for an absent field. */
const isSame = (column: Column, present: unknown): boolean =>
  column === present || (column instanceof Uint8Array && present instanceof Uint8Array);
