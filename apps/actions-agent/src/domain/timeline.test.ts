import { describe, expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { anAction, anActionIn, noon } from '../testing/an-action.ts';
import { decided, say } from '../testing/decided.ts';
import type { Action, TimelineEvent } from './action.ts';
import { decide } from './transition.ts';

const lastOf = ({ events }: Action) => events.at(-1);

test('each change leaves a line: what, who, through what, and how it was afterwards', () => {
  const approved = decided(anActionIn('awaiting_approval'), say.approve({ channel: 'whatsapp-button' }));
  expect(lastOf(approved)).toEqual({
    seq: 1,
    at: noon,
    event: 'approve',
    by: 'anna',
    channel: 'whatsapp-button',
    status: 'pending',
    version: 1,
    note: null,
  });
});

test.each([
  ['a rejection its reason', anActionIn('awaiting_approval'), say.reject({ reason: 'not needed' }), 'not needed'],
  ['a failure its message', anActionIn('processing'), say.fail(), 'no'],
  ['a rule its name', anAction({ type: 'sure' }), { name: 'autoApprove', rule: 'sure@1' } as const, 'What is sure'],
])('%s', (_, action, command, note) => {
  expect(lastOf(decided(action, command))?.note).toBe(note);
});

describe('what only the machine cares about', () => {
  const asked = decided(anAction(), { name: 'ask' });
  const [due] = asked.due;

  test('that something was told leaves no line', () => {
    expect(decided(asked, { name: 'told', keys: [due?.key ?? ''], postponeTo: null }).events).toEqual(asked.events);
  });

  test('a message status that says nothing new leaves none, and one that it did not arrive does', () => {
    const status = (key: string, status: 'sent' | 'failed') =>
      ({ name: 'delivery', key, delivery: { status } }) as const;
    const sent = decided(asked, status(due?.key ?? '', 'sent'));
    expect(lastOf(sent)).toMatchObject({ event: 'delivery', note: 'sent' });
    expect(decided(sent, status(due?.key ?? '', 'sent')).events).toEqual(sent.events);
    expect(lastOf(decided(sent, status('report:a1:1:9', 'failed')))).toMatchObject({
      event: 'delivery',
      note: 'failed',
    });
  });
});

describe('a long history', () => {
  const line = (seq: number): TimelineEvent => ({
    seq,
    at: noon,
    event: 'clarify',
    by: 'anna',
    channel: 'web',
    status: 'awaiting_approval',
    version: 1,
    note: null,
  });
  const events = (count: number) => Array.from({ length: count }, (_, at) => line(at + 1));
  const changed = (count: number) =>
    decide(anActionIn('awaiting_approval', { events: events(count) }), [say.edit()], aContext());

  test('of fifty lines stays in the document', () => {
    const decision = changed(49);
    expect(decision).toMatchObject({ ok: true, overflow: [] });
    expect(decision.ok && decision.action.events.length).toBe(50);
  });

  test('hands its oldest lines over to be kept elsewhere, in order and without a gap', () => {
    const decision = changed(52);
    if (!decision.ok) throw new Error(decision.refusal.reason);
    expect(decision.overflow.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(decision.action.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, at) => at + 4));
  });
});
