import { describe, expect, test } from '@jest/globals';
import { type InboundMessage, messageKinds } from './inbound.ts';
import { mayDecide, type Quoted, type Route, route } from './route.ts';

const now = 1_700_000_000_000;
const aMessage = (fields: Partial<InboundMessage> = {}): InboundMessage => ({
  item: 'message',
  wamid: 'wamid.1',
  sender: { bsuid: null, phone: '+1' },
  sentAt: now,
  kind: 'text',
  text: 'yes',
  buttonId: null,
  emoji: null,
  isForwarded: false,
  quotedWamid: null,
  ...fields,
});
const facts = { userId: 'ann', quoted: 'none', openAsk: false, now } as const;
const name = (decision: Route) => (decision.to === 'nobody' ? decision.reason : decision.to);

test('the whole grid: what was quoted, against the kind of message, with and without an open ask', () => {
  const quotes: readonly Quoted[] = ['none', 'ask', 'other', 'foreign', 'unknown'];
  const grid = messageKinds.map((kind) =>
    [
      kind.padEnd(11),
      ...quotes.map((quoted) => {
        const cells = [false, true].map((openAsk) => name(route(aMessage({ kind }), { ...facts, quoted, openAsk })));
        return (cells[0] === cells[1] ? cells[0] : cells.join('/'))?.padEnd(16);
      }),
    ]
      .join(' | ')
      .trimEnd(),
  );
  expect(
    ['', `            | ${quotes.map((quoted) => quoted.padEnd(16)).join(' | ')}`.trimEnd(), ...grid, ''].join('\n'),
  ).toMatchInlineSnapshot(`
"
            | none             | ask              | other            | foreign          | unknown
text        | command/approval | approval         | command          | foreign_message  | command/approval
button      | button_elsewhere | approval         | button_elsewhere | foreign_message  | button_elsewhere
quick_reply | button_elsewhere | approval         | button_elsewhere | foreign_message  | button_elsewhere
list        | button_elsewhere | approval         | button_elsewhere | foreign_message  | button_elsewhere
reaction    | reaction_elsewhere | approval         | reaction_elsewhere | foreign_message  | reaction_elsewhere/approval
unsupported | notice           | notice           | notice           | foreign_message  | notice
"
`);
});

describe('few words', () => {
  test.each([
    ['yes', true],
    ['  no,   not   today ', true],
    ['1 edit: title Dentist appointment with Dr Smith', true],
    ['word '.repeat(40), true],
    ['word '.repeat(41), false],
    ['👍', true],
  ])('"%s" may decide: %s', (text, expected) => {
    expect(mayDecide(aMessage({ text }))).toBe(expected);
  });

  test('are words: neither a tap nor a picture decides by its text', () => {
    expect(mayDecide(aMessage({ kind: 'unsupported', text: '' }))).toBe(false);
  });

  test('that were forwarded are somebody else’s', () => {
    expect(mayDecide(aMessage({ text: 'yes', isForwarded: true }))).toBe(false);
  });
});

test('many words are a command, even while an ask is open', () => {
  const text = `yes but first I would like to know ${'much '.repeat(40)}more`;
  expect(name(route(aMessage({ text }), { ...facts, openAsk: true }))).toBe('command');
});

test('a button of ours needs no quotation; any other one does', () => {
  expect(name(route(aMessage({ kind: 'button', buttonId: 'a1.x.1.y' }), facts))).toBe('approval');
  expect(name(route(aMessage({ kind: 'button', buttonId: 'b1.x.1.y' }), facts))).toBe('button_elsewhere');
});

test('nobody unknown and nothing older than a week is listened to', () => {
  const week = 7 * 24 * 3600_000;
  expect(name(route(aMessage(), { ...facts, userId: null, quoted: 'ask' }))).toBe('unknown_sender');
  expect(name(route(aMessage({ sentAt: now - week - 1 }), { ...facts, quoted: 'ask' }))).toBe('too_old');
  expect(name(route(aMessage({ sentAt: now - week }), { ...facts, quoted: 'ask' }))).toBe('approval');
});
