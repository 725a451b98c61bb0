import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type OneMachine, openOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import type { Fault } from './testing/harness/target/faults.ts';
import {
  type Ending,
  endingOf,
  type FaultRow,
  type Spared,
  type TimedAnswer,
  triedAgain,
  untilItIsSpared,
  yesWhileItHangs,
} from './testing/techniques/target-faults.ts';

const done: Ending = {
  status: 'completed',
  outcome: 'effect',
  failure: null,
  needsAttention: null,
  effects: 1,
  calls: 2,
};
const doneAtOnce: Ending = { ...done, calls: 1 };
const nobodyKnows = (failure: string, facts: Pick<Ending, 'effects' | 'calls'>): Ending => ({
  status: 'failed',
  outcome: 'unknown',
  failure,
  needsAttention: 'OUTCOME_UNKNOWN',
  ...facts,
});
const certainlyNot = (failure: string, calls: number): Ending => ({
  status: 'failed',
  outcome: 'no_effect',
  failure,
  needsAttention: null,
  effects: 0,
  calls,
});
/** An answer that makes no sense: it may have happened, and asking again would bring the same. */
const senseless = (effects: number) => nobodyKnows('BAD_DOWNSTREAM_RESPONSE', { effects, calls: 1 });

const once: readonly (readonly [Fault, Ending])[] = [
  ['fine', doneAtOnce],
  ['fine after a moment', doneAtOnce],
  ['error before the effect', done],
  ['error after the effect', done],
  ['hang before the effect', done],
  ['hang after the effect', done],
  ['cut before the effect', done],
  ['cut after the effect', done],
  ['cut in the middle of the answer', done],
  ['rate limited for a second', done],
  ['unavailable', done],
  ['gateway error page', done],
  ['truncated JSON', senseless(1)],
  ['10 MB', senseless(1)],
  ['HTML', senseless(1)],
  ['wrong content type', senseless(1)],
  ['wrong schema', senseless(1)],
  ['redirect to the metadata server', senseless(0)],
  ['redirect to another path', senseless(0)],
  ['refused', certainlyNot('VALIDATION_FAILED', 1)],
];

const attempts = 5;
const always: readonly (readonly [Fault, type: string, Ending])[] = [
  ['error before the effect', 'note', nobodyKnows('INTERNAL_ERROR', { effects: 0, calls: attempts })],
  ['error after the effect', 'note', nobodyKnows('INTERNAL_ERROR', { effects: 1, calls: attempts })],
  ['gateway error page', 'note', nobodyKnows('BAD_DOWNSTREAM_RESPONSE', { effects: 1, calls: attempts })],
  ['unavailable', 'note', certainlyNot('UNAVAILABLE', attempts)],
  ['hang before the effect', 'research', nobodyKnows('WORKER_LOST', { effects: 0, calls: attempts })],
  ['hang after the effect', 'calendar', nobodyKnows('WORKER_LOST', { effects: 1, calls: attempts })],
  ['cut before the effect', 'linear', nobodyKnows('DOWNSTREAM_CONNECTION_LOST', { effects: 0, calls: attempts })],
  ['cut after the effect', 'note', nobodyKnows('DOWNSTREAM_CONNECTION_LOST', { effects: 1, calls: attempts })],
];

/** As long as Pub/Sub waits for a handler before it delivers again (`infra` sets it). */
const ackDeadlineMs = 60_000;

describe('a target that misbehaves', () => {
  let world: OneMachine;
  const endings = new Map<string, Ending>();
  let hung: TimedAnswer;
  let spared: Spared;
  let again: Ending;

  async function note(row: FaultRow): Promise<string> {
    const { id, ...ending } = await endingOf(world, row);
    endings.set(`${row.how} ${row.fault}`, ending);
    return id;
  }

  beforeAll(async () => {
    world = await openOneMachine();
    await world.machine.start();
    [hung, spared, again] = await Promise.all([
      yesWhileItHangs(world, 'research'),
      untilItIsSpared(world, 'link'),
      note({ type: 'todo', fault: 'truncated JSON', how: 'once' }).then((id) => triedAgain(world, id)),
      ...once.map(([fault]) => note({ type: 'todo', fault, how: 'once' })),
      ...always.map(([fault, type]) => note({ type, fault, how: 'always' })),
    ]);
  }, 90_000);
  afterAll(() => world.close());

  test.each(once)('once, %s', (fault, expected) => {
    expect(endings.get(`once ${fault}`)).toEqual(expected);
  });

  test.each(always)('always, %s', (fault, _type, expected) => {
    expect(endings.get(`always ${fault}`)).toEqual(expected);
  });

  test('is asked again with the same key when the person tries again, and so does it once', () => {
    expect(again).toEqual({ ...done, calls: 2 });
  });

  test('cannot send the machine anywhere else', () => {
    expect(world.target.strayPaths).toEqual([]);
  });

  test('is left alone for a while when it never answers, and called again when it may', () => {
    expect(spared.calls).toBeLessThan(spared.attempts);
    expect(spared.afterwards).toBe('completed');
  });

  test('does not keep a handler longer than the queue waits for it', () => {
    expect(hung.status).toBe(204);
    expect(hung.tookMs).toBeLessThan(ackDeadlineMs / 2);
  });
});
