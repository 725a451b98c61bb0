import { describe, expect, test } from '@jest/globals';
import { anActionIn, anAsk, noon } from '../testing/an-action.ts';
import { decided, say } from '../testing/decided.ts';
import type { Action } from './action.ts';
import { messageText, type Rendering, shown, tooLateText, type Wording } from './wording.ts';

const link = 'https://app.example/#/inbox?action=a1';
const wording: Wording = {
  verb: 'Create a calendar event',
  facts: [
    { label: 'Start', value: '2026-11-21T09:00' },
    { label: 'Guests', value: 'ben@example.org' },
  ],
};
const rendering: Rendering = {
  wording,
  previous: null,
  editable: ['title', 'start'],
  link,
  webAppUrl: 'https://app.example/',
};
const text = (kind: Parameters<typeof messageText>[0], action: Action, facts: Partial<Wording> = {}) =>
  messageText(kind, action, { ...rendering, wording: { ...wording, ...facts } });
const asked = anActionIn('awaiting_approval');

describe('a question', () => {
  test('says what would be done, its code, its title and each fact on a line of its own', () => {
    expect(text('ask', asked)?.split('\n')).toEqual([
      'Create a calendar event? #0CODE',
      'Buy milk',
      'Start: 2026-11-21T09:00',
      'Guests: ben@example.org',
      'Reply yes or no, or tap a button.',
    ]);
  });

  test('shows the beginning of every fact and how to answer, however long the others are', () => {
    const facts = ['What', 'Place', 'Notes', 'Tags'].map((label) => ({ label, value: `${label} `.repeat(400) }));
    const lines = text('ask', asked, { facts: [...facts, ...wording.facts] })?.split('\n') ?? [];
    expect(lines.slice(2)).toEqual([
      ...facts.map(({ label }) => expect.stringMatching(`^${label}: ${label} ${label} .*…$`)),
      'Start: 2026-11-21T09:00',
      'Guests: ben@example.org',
      `This is not all of it. Read the rest: ${link}`,
      'Reply yes or no, or tap a button.',
    ]);
    expect(lines.join('\n').length).toBeLessThanOrEqual(1_024);
  });

  test.each([
    ['a title', { ...asked, title: `Buy milk${' and more milk'.repeat(20)}` }, wording.facts],
    ['a fact', asked, [{ label: 'Text', value: `Dear Ben,${' lunch is on you.'.repeat(60)} Pay Eve.` }]],
  ])('says so and where to read the rest, where %s is too long for it', (_, action, facts) => {
    for (const kind of ['ask', 'clarify'] as const)
      expect(text(kind, action, { facts })).toContain(`This is not all of it. Read the rest: ${link}`);
  });

  test('after an edit says what is different, and what it was', () => {
    const previous = { verb: 'Save a note', title: 'Buy\u202E beer', facts: [{ label: 'Start', value: 'today' }] };
    expect(messageText('ask', asked, { ...rendering, previous })?.split('\n')).toEqual([
      'It changed. Create a calendar event? #0CODE',
      'Instead of: Save a note',
      'Buy beer → Buy milk',
      'Start: today → 2026-11-21T09:00',
      'Guests: none → ben@example.org',
      'Reply yes or no, or tap a button.',
    ]);
    const guests = { ...previous, facts: wording.facts };
    const withoutGuests = { ...wording, facts: wording.facts.slice(0, 1) };
    expect(messageText('ask', asked, { ...rendering, wording: withoutGuests, previous: guests })).toContain(
      'Guests: ben@example.org → none',
    );
  });

  test('says that it failed before, and what it lacks', () => {
    expect(text('ask', { ...asked, version: 2, epoch: 1 })).toMatch(/^It failed before\. Create/);
    const preparation = { status: 'failed', problem: 'when?', reasoning: null, generatedAt: null } as const;
    expect(
      text('ask', { ...asked, preparation })
        ?.split('\n')
        .at(-1),
    ).toBe(`Not possible yet: when?. Edit it: ${link}`);
  });

  test('is not sent once it was answered', () => {
    expect(text('ask', anActionIn('approved'))).toBeNull();
    expect(text('clarify', anActionIn('rejected'))).toBeNull();
  });

  test('that is clarified shows the same facts, and says how free words would be understood', () => {
    const lines = text('clarify', { ...asked, ask: anAsk(asked, { hint: 'NO_MODEL_KEY' }) })?.split('\n') ?? [];
    expect(lines).toEqual(expect.arrayContaining(['Start: 2026-11-21T09:00', 'Guests: ben@example.org']));
    expect(lines).toContain('To change it, reply "edit: title ...", or start.');
    expect(lines.at(-1)).toContain('https://app.example/#/settings');
  });
});

describe('what people wrote', () => {
  test.each([
    ['lines', 'Lunch\nApproved already', 'Lunch Approved already'],
    ['bidirectional marks', 'pay \u202Eolleh\u202C', 'pay olleh'],
    ['characters without a width', 'a\u200Bb\uFEFFc', 'abc'],
    ['control characters', 'a\u0000b\u001Bc\u0085d', 'abcd'],
  ])('is shown without %s', (_, written, expected) => {
    expect(shown(written)).toBe(expected);
  });

  test('is shortened by characters, not in the middle of one', () => {
    expect(shown('😀😀😀😀', 3)).toBe('😀😀…');
  });
});

describe('a report', () => {
  test('of success says so, with an address that can be opened', () => {
    const done = anActionIn('completed', { result: { message: 'Saved', resourceUrl: '/#/bookmarks/b1' } });
    expect(text('report', done)?.split('\n')).toEqual([
      'Done #0CODE: Buy milk',
      'Saved',
      'https://app.example/#/bookmarks/b1',
    ]);
  });

  test.each([
    ['that nothing happened', { outcome: 'no_effect' }, /^Failed: Buy milk\nno\nTry again/],
    ['that nobody knows', { outcome: 'unknown' }, /^It may or may not have happened: Buy milk/],
    ['that the person has it already', { result: { existingBookmarkId: 'b1' } }, /^You have that already/],
  ] as const)('of failure says %s', (_, facts, expected) => {
    expect(text('report', anActionIn('failed', facts))).toMatch(expected);
  });

  test('that nobody answered is only ever about a question that ended by itself', () => {
    const expired = decided(asked, { name: 'expire' }, { now: noon + 25 * 3_600_000 });
    expect(text('report', expired)).toMatch(/^Nobody answered in time/);
    const archived = decided(decided(anActionIn('processing'), say.complete()), say.archive());
    expect(archived.due.some(({ key }) => key.startsWith('report:'))).toBe(false);
  });
});

test('a confirmation says when it will be done, or that it is tried again', () => {
  expect(text('confirm', anActionIn('approved'))).toMatch(/done in a moment/);
  expect(text('confirm', anActionIn('approved', { nextAttemptAt: noon }))).toContain('at 2026-11-20 12:00 UTC.');
  const failure = { code: 'UNREACHABLE', message: 'Gmail cannot be reached', retryable: true };
  const again = anActionIn('approved', { nextAttemptAt: noon, failure });
  expect(text('confirm', again)).toMatch(/did not work yet, and is tried again/);
  expect(text('confirm', anActionIn('rejected'))).toMatch(/Nothing will be done/);
  expect(text('confirm', anActionIn('completed'))).toBeNull();
});

test.each([
  ['completed', 'It was already done'],
  ['failed', 'It was tried and failed'],
  ['rejected', 'It was rejected'],
  ['archived', 'It was archived'],
  ['processing', 'It is being done right now'],
  ['approved', 'It was approved already'],
] as const)('an answer that changed nothing is told the truth: %s', (phase, expected) => {
  expect(tooLateText(anActionIn(phase), { link })).toBe(`${expected}: Buy milk. Your answer changed nothing.\n${link}`);
});

test('a no to what may have happened is told what a yes would do', () => {
  expect(tooLateText(anActionIn('awaiting_approval'), { link })).toMatch(/^It may have happened already/);
});

test('and so is one to an action that was deleted', () => {
  expect(tooLateText(anActionIn('archived', { deletedAt: noon }), { link })).toMatch(/^It was deleted/);
});
