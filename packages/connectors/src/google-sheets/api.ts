import type { Call } from '../call.ts';
import type { Finding } from '../connector.ts';
import type { GoogleCredentials } from '../google-api/account.ts';
import { defineGoogleApi } from '../google-api/define-google-api.ts';
import { path } from '../http-api/define-api.ts';
import { quoteSheet, rowsOfKey, safeRows, withKeyColumn } from './cells.ts';
import { Appended, type AppendRows, type UpdateCells, Updates, ValueRange } from './schema.ts';

export type SheetsCall = Call<GoogleCredentials, unknown>;

const api = defineGoogleApi('Google Sheets');

export const readValues = (call: SheetsCall, { id, range }: { readonly id: string; readonly range: string }) =>
  api(call, { method: 'GET', path: path`/spreadsheets/${id}/values/${range}`, answer: ValueRange });

export async function appendRows(input: AppendRows, call: SheetsCall) {
  const { spreadsheet_id: id, sheet, rows, value_input_option: option } = input;
  const { updates } = await api(call, {
    method: 'POST',
    path: path`/spreadsheets/${id}/values/${quoteSheet(sheet)}:append`,
    query: { valueInputOption: option, insertDataOption: 'INSERT_ROWS' },
    body: { majorDimension: 'ROWS', values: withKeyColumn(safeRows(rows, option), call.key) },
    answer: Appended,
  });
  return changeOf(updates);
}

/** The whole sheet is read, so that the key is found wherever people have moved its column. */
export async function findAppended(
  { spreadsheet_id: id, sheet }: AppendRows,
  call: SheetsCall,
): Promise<Finding<ReturnType<typeof changeOf>>> {
  const range = quoteSheet(sheet);
  const { values } = await readValues(call, { id, range });
  const found = rowsOfKey(values, call.key);
  if (!found) return { found: 'nothing' };
  const updatedRange = `${range}!${found.first}:${found.last}`;
  return { found: 'done', output: changeOf({ spreadsheetId: id, updatedRange, updatedRows: found.count }) };
}

export async function updateCells(input: UpdateCells, call: SheetsCall) {
  const { spreadsheet_id: id, range, values, value_input_option: option } = input;
  const updated = await api(call, {
    method: 'PUT',
    path: path`/spreadsheets/${id}/values/${range}`,
    query: { valueInputOption: option },
    body: { range, majorDimension: 'ROWS', values: safeRows(values, option) },
    answer: Updates,
  });
  return changeOf(updated);
}

const changeOf = ({ spreadsheetId, updatedRange, updatedRows }: Updates) => ({
  spreadsheet_id: spreadsheetId,
  updated_range: updatedRange,
  updated_rows: updatedRows,
});
