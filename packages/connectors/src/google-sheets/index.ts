import type { Fact } from '../connector.ts';
import { defineConnector } from '../define.ts';
import { GoogleCredentials, GoogleSettings, googleOAuth } from '../google-api/account.ts';
import { appendRows, findAppended, readValues, updateCells } from './api.ts';
import { AppendRows, type Cell, Change, GetSheetData, UpdateCells, ValueRange } from './schema.ts';

const { operation, connector } = defineConnector({
  name: 'google_sheets',
  title: 'Google Sheets',
  credentials: GoogleCredentials,
  settings: GoogleSettings,
  apiUrl: 'https://sheets.googleapis.com/v4',
  oauth: googleOAuth({
    'https://www.googleapis.com/auth/spreadsheets': 'to read and write the cells of spreadsheets',
  }),
  // https://developers.google.com/workspace/sheets/api/limits: 60 reads and 60 writes a minute and user.
  pace: { perSecond: 1, burst: 20 },
  simulateVariable: 'GOOGLE_SHEETS_SIMULATE_API_CALLS',
});

const rowFacts = (rows: readonly (readonly Cell[])[]): readonly Fact[] =>
  rows.map((row, index) => ({ label: `Row ${index + 1}`, value: row.map((cell) => cell ?? '').join(' | ') }));

export const googleSheets = connector({
  get_sheet_data: operation({
    describe: 'Read cells of Google Sheets',
    done: 'Cells read',
    input: GetSheetData,
    output: ValueRange,
    effect: 'none',
    risk: 'low',
    repeatable: true,
    run: ({ spreadsheet_id: id, range }, call) => readValues(call, { id, range }),
    simulate: ({ range }) => ({
      range,
      values: [
        ['A', 'B'],
        [1, 2],
      ],
    }),
  }),
  append_rows: operation({
    describe: 'Append rows in Google Sheets',
    done: 'Rows appended',
    input: AppendRows,
    output: Change,
    effect: 'change',
    risk: 'medium',
    repeatable: false,
    facts: ({ spreadsheet_id, sheet, rows }) => [
      { label: 'Spreadsheet', value: spreadsheet_id },
      { label: 'Sheet', value: sheet },
      ...rowFacts(rows),
    ],
    run: appendRows,
    reconcile: findAppended,
    simulate: ({ spreadsheet_id, sheet, rows }) => ({
      spreadsheet_id,
      updated_range: `${sheet}!2:${rows.length + 1}`,
      updated_rows: rows.length,
    }),
  }),
  update_cells: operation({
    describe: 'Change cells in Google Sheets',
    done: 'Cells changed',
    input: UpdateCells,
    output: Change,
    effect: 'change',
    risk: 'medium',
    repeatable: true,
    facts: ({ spreadsheet_id, range, values }) => [
      { label: 'Spreadsheet', value: spreadsheet_id },
      { label: 'Cells', value: range },
      ...rowFacts(values),
    ],
    run: updateCells,
    simulate: ({ spreadsheet_id, range, values }) => ({
      spreadsheet_id,
      updated_range: range,
      updated_rows: values.length,
    }),
  }),
});
