import { z } from 'zod';

const cellCharsMax = 50_000;
const rowsMax = 500;
const columnsMax = 200;

/** Of an address as it stands in the browser, the id is enough. */
const idIn = (text: string) => /\/spreadsheets\/d\/([^/]+)/.exec(text)?.[1] ?? text;
const SpreadsheetId = z
  .string()
  .transform(idIn)
  .pipe(z.string().regex(/^[\w-]{5,100}$/, 'expected the id of a spreadsheet, or its address'))
  .describe('the spreadsheet: its id, or its address');

const Range = z.string().min(1).max(200).describe('which cells: Sheet1, or Sheet1!A1:C10');
const Cell = z.union([z.string().max(cellCharsMax), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof Cell>;
const Rows = z.array(z.array(Cell).min(1).max(columnsMax)).min(1).max(rowsMax).describe('row by row, cell by cell');

const inputOptions = ['RAW', 'USER_ENTERED'] as const;
const InputOption = z
  .enum(inputOptions)
  .default('RAW')
  .describe('RAW: as it stands; USER_ENTERED: dates and numbers in texts are read. A formula stays text in both');
export type InputOption = z.infer<typeof InputOption>;

export const GetSheetData = z.strictObject({ spreadsheet_id: SpreadsheetId, range: Range });

export const AppendRows = z.strictObject({
  spreadsheet_id: SpreadsheetId,
  sheet: z.string().min(1).max(100).describe('the name on the sheet’s tab: Sheet1'),
  rows: Rows,
  value_input_option: InputOption,
});
export type AppendRows = z.infer<typeof AppendRows>;

export const UpdateCells = z.strictObject({
  spreadsheet_id: SpreadsheetId,
  range: Range,
  values: Rows,
  value_input_option: InputOption,
});
export type UpdateCells = z.infer<typeof UpdateCells>;

/** The fields of Google's answers that are used here. */
export const ValueRange = z.object({
  range: z.string(),
  values: z.array(z.array(z.union([z.string(), z.number(), z.boolean()]))).default([]),
});

export const Updates = z.object({ spreadsheetId: z.string(), updatedRange: z.string(), updatedRows: z.int() });
export type Updates = z.infer<typeof Updates>;
export const Appended = z.object({ updates: Updates });

export const Change = z.object({ spreadsheet_id: z.string(), updated_range: z.string(), updated_rows: z.int() });
