import { describe, expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { anAction, anActionIn, anAsk, noon } from '../testing/an-action.ts';
import { decided, dueKinds, say } from '../testing/decided.ts';
import { createAction, type NewAction } from './create.ts';
import { dueAtOf } from './due.ts';
import { decide } from './transition.ts';

const grace = aContext().policy.tellGraceMs;

describe('the moment at which a sweep looks', () => {
  test.each([
    ['nothing waits', anActionIn('completed'), null],
    ['something is due', anAction({ due: [{ key: 'created:a1:1:1', at: noon + 5 }] }), noon + 5],
    [
      'something is due before the lease ends',
      anActionIn('processing', { due: [{ key: 'confirm:a1:1:2', at: noon + 5 }] }),
      noon + 5,
    ],
    ['a lease ends', anActionIn('processing'), noon + 120_000],
    ['a question is open', anActionIn('awaiting_approval'), noon + 24 * 3_600_000 + 1],
    ['a question was answered', anActionIn('approved'), null],
  ])('where %s', (_, action, moment) => {
    expect(dueAtOf(action)).toBe(moment);
  });

  test('is one after the last moment of a question: an answer in that moment counts', () => {
    const asked = anActionIn('awaiting_approval');
    expect(dueAtOf(asked)).toBe(anAsk(asked).expiresAt + 1);
  });
});

describe('what is decided', () => {
  const input: NewAction = {
    id: 'a1',
    userId: 'anna',
    commandId: 'c1',
    ordinal: 0,
    type: 'keyed',
    title: 'Buy milk',
    confidence: 0.8,
    payload: {},
    origin: { kind: 'command', id: 'c1' },
    requestHash: '',
  };

  test('is due from the first moment: a new action is to be looked at', () => {
    const created = createAction(input, aContext());
    expect(created).toMatchObject({ due: [{ key: 'created:a1:1:1', at: noon + grace }], dueAt: noon + grace });
    expect(createAction({ ...input, type: 'prepared' }, aContext()).preparation?.status).toBe('pending');
  });

  test('is told at once by who decided it, but for what has its time', () => {
    const running = anActionIn('processing');
    const told = (pauseMs: number) => {
      const decision = decide(running, [say.retry({ pauseMs })], aContext());
      return decision.ok && decision.tell.map((key) => key.split(':')[0]);
    };
    expect(told(0)).toEqual(['created', 'event']);
    expect(told(5_000)).toEqual(['event']);
  });

  test('is told once: what was due before is not told again', () => {
    const asked = decided(anAction(), { name: 'ask' });
    const clarify = say.clarify({ askId: asked.ask?.id ?? '' });
    const decision = decide(asked, [clarify], aContext());
    expect(decision).toMatchObject({ ok: true, tell: ['clarify:a1:1:1.1'] });
  });

  test('has a key of its own each time', () => {
    const failed = decided(anActionIn('processing'), say.fail());
    const again = decided(decided(decided(failed, say.askAgain()), say.approve({ version: 2 })), say.claim);
    const keys = [failed, decided(again, say.fail({ epoch: 2 }))].map(
      ({ due }) => due.find(({ key }) => key.startsWith('report:'))?.key,
    );
    expect(new Set(keys).size).toBe(2);
  });

  test('what a page shows of an action is announced when it changes: its status, and its content', () => {
    const asked = decided(anAction(), { name: 'ask' });
    expect(dueKinds(decided(anActionIn('completed'), say.archive()))).toEqual(['event']);
    expect(dueKinds(decided(anAction(), say.edit()))).toEqual(['created', 'event']);
    expect(dueKinds(decided({ ...asked, due: [] }, say.edit()))).toEqual(['ask', 'event']);
  });

  test('and nothing else is', () => {
    const asked = decided(anAction(), { name: 'ask' });
    const clarify = say.clarify({ askId: asked.ask?.id ?? '' });
    expect(dueKinds(decided({ ...asked, due: [] }, clarify))).toEqual(['clarify']);
  });
});

describe('what was told', () => {
  const asked = decided(anAction(), { name: 'ask' });
  const keys = asked.due.map(({ key }) => key);

  test('is crossed off', () => {
    expect(decided(asked, { name: 'told', keys, postponeTo: null }).due).toEqual([]);
  });

  test('or told again later', () => {
    const later = decided(asked, { name: 'told', keys: keys.slice(0, 1), postponeTo: noon + 99_000 });
    expect(later.due.map(({ at }) => at)).toEqual([noon + 99_000, noon + grace]);
  });

  test('what is not due any more does no harm', () => {
    expect(decided(asked, { name: 'told', keys: ['ask:a1:9:9'], postponeTo: null }).due).toEqual(asked.due);
  });

  test('a word from the messenger crosses off the message too', () => {
    const key = keys.find((due) => due.startsWith('ask:')) ?? '';
    const sent = decided(asked, { name: 'delivery', key, delivery: { status: 'sent' } });
    expect(dueKinds(sent)).toEqual(['event']);
    expect(sent.ask?.delivery.status).toBe('sent');
  });
});

describe('a message status', () => {
  const asked = anActionIn('awaiting_approval');
  const key = 'ask:a1:1:1';
  const status = (name: 'sent' | 'delivered' | 'read' | 'failed', of = key) =>
    ({ name: 'delivery', key: of, delivery: { status: name } }) as const;

  test('does not go back, in whatever order statuses come', () => {
    expect(decided(asked, [status('read'), status('delivered'), status('sent')]).ask?.delivery.status).toBe('read');
  });

  test('of another question changes nothing', () => {
    expect(decided(asked, status('failed', 'ask:a1:1:9'))).toMatchObject({ ask: asked.ask, needsAttention: null });
  });

  test('that a question did not arrive needs attention while it is open, and no more once it is answered', () => {
    const undelivered = decided(asked, status('failed'));
    expect(undelivered.needsAttention).toBe('UNDELIVERED');
    expect(decided(undelivered, say.approve()).needsAttention).toBeNull();
    expect(decided(anActionIn('completed'), status('failed')).needsAttention).toBeNull();
  });
});
