import { z } from 'zod';
import { googleRefusal } from '../../google-api/testing/google-refusal.ts';
import { serveGoogle } from '../../google-api/testing/serve-google.ts';
import type { StandInAnswer } from '../../testing/http-stand-in.ts';
import type { Routes } from '../../testing/routes.ts';

const Values = z.object({
  majorDimension: z.literal('ROWS'),
  values: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});
const Option = z.enum(['RAW', 'USER_ENTERED']);

type Stored = string | number | boolean;
type Grid = Stored[][];

/** What a formula shows here, where nothing is computed. */
const computed = '#REF!';

/** As Google reads what somebody types into a cell. */
function typed(cell: Stored): Stored {
  if (typeof cell !== 'string') return cell;
  if (cell.startsWith("'")) return cell.slice(1);
  if (/^[=+@-]\D/.test(cell)) return computed;
  return /^[+-]?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

interface Place {
  readonly sheet: string;
  readonly column: number;
  readonly row: number;
}

/** `'My sheet'!B2:C3`, of which the end is not looked at. */
function placeOf(range: string): Place {
  const [, sheet = '', column, row] = /^('(?:[^']|'')+'|[^!]+?)(?:!([A-Z])(\d+).*)?$/.exec(range) ?? [];
  const name = sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  return { sheet: name, column: (column ?? 'A').charCodeAt(0) - 65, row: Number(row ?? 1) - 1 };
}

function write(grid: Grid, { column, row }: Place, rows: readonly (readonly (Stored | null)[])[]): void {
  for (const [down, cells] of rows.entries())
    for (const [right, cell] of cells.entries()) {
      const line = (grid[row + down] ??= []);
      while (line.length < column + right) line.push('');
      line[column + right] = cell ?? line[column + right] ?? '';
    }
}

/** Google Sheets as far as it is used: https://developers.google.com/workspace/sheets/api/reference/rest */
function sheetsRoutes(): Routes {
  const sheets = new Map<string, Grid>([
    [
      'Sheet1',
      [
        ['Name', 'Amount'],
        ['Ana', 10],
      ],
    ],
    ['It’s ours', []],
  ]);
  const unknown = (range: string) => googleRefusal(400, { message: `Unable to parse range: ${range}` });
  const updates = (range: string, rows: number) => ({
    spreadsheetId: 'sheet-0001',
    updatedRange: range,
    updatedRows: rows,
  });
  const stored = (query: URLSearchParams, body: unknown) => {
    const option = Option.parse(query.get('valueInputOption'));
    const { values } = Values.parse(body);
    const asStored = (cell: Stored | null) => (option === 'RAW' || cell === null ? cell : typed(cell));
    return values.map((row) => row.map(asStored));
  };

  return {
    'GET /spreadsheets/sheet-0001/values/*': ({ parts: [range = ''] }): StandInAnswer => {
      const { sheet, row, column } = placeOf(range);
      const grid = sheets.get(sheet);
      if (!grid) return unknown(range);
      const values = grid.slice(row).map((line) => line.slice(column));
      return { status: 200, body: { range, majorDimension: 'ROWS', ...(values.length > 0 && { values }) } };
    },
    'PUT /spreadsheets/sheet-0001/values/*': ({ parts: [range = ''], query, body }, effect) => {
      const place = placeOf(range);
      const grid = sheets.get(place.sheet);
      if (!grid) return unknown(range);
      const before = JSON.stringify(grid);
      const rows = stored(query, body);
      write(grid, place, rows);
      if (before !== JSON.stringify(grid)) effect({ operation: 'update_cells', key: range });
      return { status: 200, body: updates(range, rows.length) };
    },
    'POST /spreadsheets/sheet-0001/values/*': ({ parts: [target = ''], query, body }, effect) => {
      const { sheet } = placeOf(target.replace(/:append$/, ''));
      const grid = sheets.get(sheet);
      if (!grid) return unknown(target);
      const rows = stored(query, body);
      write(grid, { sheet, column: 0, row: grid.length }, rows);
      effect({ operation: 'append_rows', key: String(rows[0]?.at(-1)) });
      return { status: 200, body: { updates: updates(`${sheet}!A${grid.length - rows.length + 1}`, rows.length) } };
    },
  };
}

export const serveGoogleSheets = (port?: number) => serveGoogle(sheetsRoutes(), port);
