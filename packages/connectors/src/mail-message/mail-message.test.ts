import { describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { buildMessage, type MailMessage } from './build-message.ts';
import { HeaderText, MailAddress, MailAddresses } from './schema.ts';

const message: MailMessage = {
  to: ['ana@example.com'],
  cc: [],
  bcc: [],
  subject: 'Notes',
  body: 'The notes',
  messageId: '<key@intexuraos.invalid>',
  date: new Date('2026-11-25T12:00:00Z'),
};

describe('a message', () => {
  test('says what it was given, in any language, and is the same each time', async () => {
    const given = {
      ...message,
      subject: 'Zażółć 👍',
      body: 'Line one\n.\nÜmläut\n',
      cc: ['"Lopez, Ana" <al@example.com>'],
    };
    const bytes = await buildMessage(given);
    expect(await simpleParser(bytes)).toMatchObject({
      subject: 'Zażółć 👍',
      text: 'Line one\n.\nÜmläut\n',
      messageId: '<key@intexuraos.invalid>',
      to: { text: 'ana@example.com' },
      cc: { value: [{ name: 'Lopez, Ana', address: 'al@example.com' }] },
      date: new Date('2026-11-25T12:00:00Z'),
    });
    expect(await buildMessage(given)).toEqual(bytes);
  });

  test('has hidden recipients in it, and no sender unless one was given', async () => {
    const plain = (await buildMessage({ ...message, bcc: ['boss@example.com'] })).toString();
    expect(plain).toContain('Bcc: boss@example.com');
    expect(plain).not.toMatch(/^From:/m);
    expect((await buildMessage({ ...message, from: 'me@example.com' })).toString()).toMatch(/^From: me@example\.com/m);
  });

  test('has headers of its own kind', async () => {
    const { headers } = await simpleParser(await buildMessage({ ...message, headers: { 'X-Key': 'k1' } }));
    expect(headers.get('x-key')).toBe('k1');
  });

  test.each(['to', 'cc', 'bcc'] as const)('D55: with a line break in "%s" is not built', (field) => {
    expect(() => buildMessage({ ...message, [field]: ['a@example.com\r\nBcc: evil@example.com'] })).toThrow('one line');
  });

  test.each(['from', 'subject', 'messageId'] as const)('with a line break in "%s" is not built', (field) => {
    expect(() => buildMessage({ ...message, [field]: 'x\nBcc: evil@example.com' })).toThrow('one line');
  });
});

describe('addresses', () => {
  test.each([
    ['ana@example.com', ['ana@example.com']],
    ['ana@example.com, "Lopez, Ben" <ben@example.com>', ['ana@example.com', '"Lopez, Ben" <ben@example.com>']],
    [['Ana <ana@example.com>'], ['Ana <ana@example.com>']],
    ['', []],
  ])('%j are read as %j', (given, expected) => {
    expect(MailAddresses.parse(given)).toEqual(expected);
  });

  test.each([
    'ana',
    'ana@example.com\r\nBcc: evil@example.com',
    'ana@example.com\u2028Bcc: evil@example.com',
    'Team: ana@example.com, ben@example.com;',
    '<ana@example.com> <evil@example.com>',
    ['ana@example.com, evil@example.com'],
    ['ana@example.com\n'],
    ['Lopez, Ana <ana@example.com>'],
  ])('%j are refused', (given) => {
    expect(MailAddresses.safeParse(given).success).toBe(false);
  });

  test('at most a hundred are taken', () => {
    expect(MailAddresses.safeParse(Array.from({ length: 101 }, () => 'ana@example.com')).success).toBe(false);
  });

  test('one address is one', () => {
    expect(MailAddress.safeParse('Ana <ana@example.com>').success).toBe(true);
    expect(MailAddress.safeParse('ana@example.com, ben@example.com').success).toBe(false);
  });

  test('a subject is one line of whole characters', () => {
    expect(HeaderText.safeParse('Lunch\rBcc: evil@example.com').success).toBe(false);
    expect(HeaderText.safeParse('\ud800').success).toBe(false);
  });
});
