import { describe, expect, test } from '@jest/globals';
import { ConnectorError } from '../connector-error.ts';
import { describeConnector } from '../testing/connector.contract.ts';
import { bindOperation, createDirectCalls } from '../testing/direct-calls.ts';
import { gmail } from './index.ts';
import { serveGmail } from './testing/stand-in.ts';

const credentials = { accessToken: 'canary-google-token' };

describeConnector({
  connector: gmail,
  serve: () => serveGmail(),
  credentials: () => credentials,
  samples: {
    send_email: { input: { to: 'user@example.com' }, bad: { to: 'user@example.com\r\nBcc: evil@example.com' } },
    create_draft: { input: { subject: 'Notes' }, bad: { subject: 'Notes\nBcc: evil@example.com' } },
    search: { input: { query: 'lunch' }, bad: { query: '' } },
  },
});

const bind = (operation: string, payload: unknown) => bindOperation(gmail, operation, payload);

describe('Gmail', () => {
  const open = createDirectCalls(() => credentials);

  test.each([{}, { renamesSentMail: true }])('finds what was sent, where it has the habits %j', async (habits) => {
    const { standIn, call } = await open(serveGmail(0, habits));
    const mail = bind('send_email', { to: 'ana@example.com' });
    expect(await mail.reconcile?.(call)).toEqual({ found: 'nothing' });
    const output = await mail.run(call);
    expect(await mail.reconcile?.(call)).toEqual({ found: 'done', output: expect.objectContaining(output) });
    expect(await mail.reconcile?.({ ...call, key: 'another wish' })).toEqual({ found: 'nothing' });
    expect(standIn.ledger).toHaveLength(2);
  });

  test('sends the draft that an earlier try has left, instead of leaving it', async () => {
    const { standIn, call } = await open(serveGmail());
    const mail = bind('send_email', { to: 'ana@example.com' });
    standIn.plan(null, null, 503);
    await expect(mail.run(call)).rejects.toThrow(ConnectorError);
    await mail.run(call);
    expect(standIn.ledger.map(({ operation }) => operation)).toEqual(['create_draft', 'send_email']);
  });

  test('what fails before the mail is sent has sent no mail', async () => {
    const { standIn, call } = await open(serveGmail());
    standIn.plan(null, 'cut after the effect');
    await expect(bind('send_email', { to: 'ana@example.com' }).run(call)).rejects.toMatchObject({
      code: 'CONNECTION_LOST',
      meaning: { happened: 'no', again: true },
    });
  });

  test('shows who gets a mail and what it says, and nothing that is empty', () => {
    const { facts } = bind('send_email', { to: 'a@example.com, b@example.com', bcc: ['c@example.com'], subject: 'Hi' });
    expect(facts).toEqual([
      { label: 'To', value: 'a@example.com, b@example.com' },
      { label: 'Hidden copy to', value: 'c@example.com' },
      { label: 'Subject', value: 'Hi' },
    ]);
  });

  test('a mail to nobody is refused', () => {
    expect(gmail.operations['send_email']?.bind({ to: '' })).toEqual({
      problems: [{ path: 'to', message: 'expected at least one address' }],
    });
  });

  test('a draft to nobody is none that can be sent', async () => {
    const { call } = await open(serveGmail());
    expect(await bind('create_draft', {}).run(call)).toMatchObject({ id: expect.any(String) });
  });

  test('search tells who wrote', async () => {
    const { call } = await open(serveGmail());
    expect(await bind('search', { query: 'lunch' }).run(call)).toMatchObject({
      messages: [{ from: 'Ana <ana@example.com>', subject: 'Lunch', snippet: 'At noon' }],
    });
  });
});
