import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { until } from '../reliability/testing/harness/until.ts';
import { type MailHouse, startMailHouse } from './testing/mail-house.ts';

let mails: MailHouse;
beforeAll(async () => {
  mails = await startMailHouse();
});
afterAll(() => mails.close());

const Shown = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  outcome: z.string(),
  failure: z.unknown(),
});
const Listed = z.object({ data: z.object({ actions: z.array(Shown) }) });
const RequestBody = z.object({ data: z.object({ request: z.looseObject({ status: z.string() }) }) });
const Accepted = z.object({ request_id: z.string(), action_id: z.string() });

const actionCalled = async (title: string) =>
  Listed.parse((await mails.house.call('GET', '/actions')).body).data.actions.find((action) => action.title === title);
const ended = (title: string, status: string) =>
  until(`"${title}" is ${status}`, async () => {
    const action = await actionCalled(title);
    return action?.status === status ? action : null;
  });
const requestOf = async (id: string) =>
  RequestBody.parse((await mails.house.call('GET', `/requests/${id}`)).body).data.request;

/** Writes it in the chat and says yes to the question. */
async function writesAndApproves(text: string, question: string) {
  await mails.house.reply({ text });
  const ask = await mails.house.heard(question);
  await mails.house.reply({ text: 'yes', quotedWamid: ask.wamid });
  return ask;
}

describe('whoever has only a mail server', () => {
  test('sees in the question exactly what is sent, says yes, and it is in the mailbox once', async () => {
    const ask = await writesAndApproves('email ana@example.com about keys: Under the mat.', 'Under the mat');
    expect(ask.text).toContain('Send an email?');
    for (const line of ['To: ana@example.com', 'Subject: keys', 'Text: Under the mat.'])
      expect(ask.text).toContain(line);
    await ended('email ana@example.com about keys: Under the mat.', 'completed');
    expect([mails.sent('Under the mat.'), mails.smtp.ledger.length]).toEqual([1, 1]);
  });

  test('is told honestly when the server dies after it took the mail: nobody can know, so nobody tries again', async () => {
    mails.smtp.plan('cut after the effect');
    await writesAndApproves('email ana@example.com: The server dies.', 'The server dies.');
    const told = await mails.house.heard('It may or may not have happened');
    expect(told.text).toContain('Please check, then decide');
    expect(await ended('email ana@example.com: The server dies.', 'failed')).toMatchObject({ outcome: 'unknown' });
    expect(mails.sent('The server dies.')).toBe(1);
  });
});

describe('whoever connected a Google account', () => {
  beforeAll(async () => {
    await mails.connectGoogle();
    const ask = await (async () => {
      await mails.house.reply({ text: 'note: The leak is behind the wall' });
      return mails.house.heard('Save a note?');
    })();
    await mails.house.reply({ text: 'yes', quotedWamid: ask.wamid });
    await ended('The leak is behind the wall', 'completed');
  });

  test('"email Ana the notes": her address is asked for, then the exact mail is asked about, and sent once', async () => {
    await mails.house.reply({ text: 'email Ana the notes' });
    const first = await mails.house.heard('What is Ana’s address?');
    expect(first.buttons.map(({ title }) => title)).toEqual(['Reject']);
    await mails.house.call('POST', '/me/address-book', { name: 'Ana', address: 'ana@example.com' });
    await mails.house.reply({ text: 'edit: to Ana', quotedWamid: first.wamid });
    const ask = await mails.house.heard('Send an email with Gmail?');
    for (const line of ['To: Ana <ana@example.com>', 'Subject: The leak is behind the wall', 'Account: Google (Gmail)'])
      expect(ask.text).toContain(line);
    await mails.house.reply({ text: 'yes but to bob@example.org', quotedWamid: ask.wamid });
    const edited = await mails.house.heard('→ bob@example.org');
    expect(mails.sent('behind the wall')).toBe(0);
    await mails.house.reply({ text: 'yes', quotedWamid: edited.wamid });
    await ended('email Ana the notes', 'completed');
    expect(mails.sent('To: bob@example.org')).toBe(1);
    expect(mails.sent('behind the wall')).toBe(1);
  });

  test('the platform breaks off after it sent: unknown at first, then it is found by its Message-ID, never sent twice', async () => {
    mails.gmail.plan(null, null, 'cut after the effect');
    mails.gmail.always(503);
    await writesAndApproves('email Ana: It broke off.', 'It broke off.');
    const { id } = await ended('email Ana: It broke off.', 'failed');
    expect(await actionCalled('email Ana: It broke off.')).toMatchObject({ outcome: 'unknown' });
    mails.gmail.always(null);
    await mails.house.call('POST', `/actions/${id}/retry`, { confirmMayDuplicate: true });
    const again = await mails.house.heard('It failed before.');
    await mails.house.reply({ text: 'yes', quotedWamid: again.wamid });
    await ended('email Ana: It broke off.', 'completed');
    expect(mails.sent('It broke off.')).toBe(1);
  });

  test('a program asks for a mail that a person has to approve, and learns the answer', async () => {
    const wish = (body: string) => ({
      platform: 'gmail',
      action_type: 'send_email',
      payload: { to: 'ana@example.com', body },
      require_approval: true,
    });
    const yes = Accepted.parse((await mails.house.call('POST', '/perform_action', wish('By a program.'))).body);
    const ask = await mails.house.heard('By a program.');
    await mails.house.reply({ text: 'yes', quotedWamid: ask.wamid });
    await until('it is performed', async () => ((await requestOf(yes.request_id)).status === 'executed' ? true : null));
    const no = Accepted.parse((await mails.house.call('POST', '/perform_action', wish('Never sent.'))).body);
    const other = await mails.house.heard('Never sent.');
    await mails.house.reply({ text: 'no', quotedWamid: other.wamid });
    await until('it is over', async () => ((await requestOf(no.request_id)).status === 'not_executed' ? true : null));
    expect(await requestOf(no.request_id)).toMatchObject({ error: { code: 'REJECTED' }, action_id: no.action_id });
    expect([mails.sent('By a program.'), mails.sent('Never sent.')]).toEqual([1, 0]);
  });

  test('the platform is gone: after a few tries it certainly did not happen, and that is said', async () => {
    await mails.gmail.close();
    await writesAndApproves('email Ana: Nobody is there.', 'Nobody is there.');
    expect(await ended('email Ana: Nobody is there.', 'failed')).toMatchObject({ outcome: 'no_effect' });
    expect((await mails.house.heard('Failed: email Ana: Nobody is there.')).text).toContain('Try again or change it');
    expect(mails.sent('Nobody is there.')).toBe(0);
  });
});
