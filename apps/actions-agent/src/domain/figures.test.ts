import { describe, expect, test } from '@jest/globals';
import { anAction, anActionIn, noon } from '../testing/an-action.ts';
import type { Action, TimelineEvent } from './action.ts';
import { boundsMs, latencyOf, noTally, type Tally, tallied, together } from './figures.ts';

const event = (name: string, at: number): TimelineEvent => ({
  seq: 1,
  at,
  event: name,
  by: 'anna',
  channel: 'web',
  status: 'pending',
  version: 1,
  note: null,
});

const counted = (before: Action | null, after: Action): Partial<Tally> => {
  const tally = tallied(noTally, before, after);
  const fresh = (['created', 'approved', 'rejected', 'completed', 'failed'] as const).filter((name) => tally[name] > 0);
  return Object.fromEntries(fresh.map((name) => [name, tally[name]]));
};
const latencies = (counts: readonly number[]) => latencyOf(counts).count;

describe('what counts', () => {
  const asked = anActionIn('awaiting_approval');
  const approved = anActionIn('approved');
  const running = anActionIn('processing');

  test.each<[string, Action | null, Action, Partial<Tally>]>([
    ['a new action', null, anAction(), { created: 1 }],
    ['a yes', asked, approved, { approved: 1 }],
    ['a yes that is carried out in the same write', asked, running, { approved: 1 }],
    ['a no', asked, anActionIn('rejected'), { rejected: 1 }],
    ['a run that worked', running, anActionIn('completed'), { completed: 1 }],
    ['a run that did not', running, anActionIn('failed'), { failed: 1 }],
    ['a mark on an action that was completed before', anActionIn('completed'), anActionIn('completed'), {}],
    ['a claim of what was approved before', approved, running, {}],
  ])('%s', (_, before, after, expected) => expect(counted(before, after)).toEqual(expected));

  test('the time to a yes runs from the question, and a rule that said yes took none', () => {
    const yes = (channel: 'web' | 'policy') => ({
      ...approved,
      approval: approved.approval && { ...approved.approval, channel, decidedAt: noon + 70_000 },
    });
    expect(latencyOf(tallied(noTally, asked, yes('web')).toApprove)).toMatchObject({
      count: 1,
      p95Ms: expect.any(Number),
    });
    expect(latencies(tallied(noTally, asked, yes('policy')).toApprove)).toBe(0);
  });

  test('the time of a run runs from its claim, however long the action waited for it', () => {
    const begun = { ...running, events: [event('approve', noon), event('claim', noon + 3_600_000)] };
    const done = { ...anActionIn('completed'), events: [...begun.events, event('complete', noon + 3_600_400)] };
    const { toRun } = tallied(noTally, begun, done);
    expect(latencyOf(toRun)).toEqual({ count: 1, p50Ms: 375, p95Ms: 488 });
  });
});

describe('a latency', () => {
  const of = (...times: readonly number[]) =>
    together(
      times.map((ms) => ({
        ...noTally,
        toRun: boundsMs
          .map((bound, at) => Number(ms <= bound && ms > (boundsMs[at - 1] ?? -1)))
          .concat(Number(ms > (boundsMs.at(-1) ?? 0))),
      })),
    ).toRun;

  test('of nothing is not known', () =>
    expect(latencyOf(noTally.toRun)).toEqual({ count: 0, p50Ms: null, p95Ms: null }));
  test('lies in the bucket of the middle one, and of the slowest twentieth', () => {
    const { count, p50Ms, p95Ms } = latencyOf(
      of(...Array.from({ length: 90 }, () => 80), ...Array.from({ length: 10 }, () => 2_000)),
    );
    expect([count, (p50Ms ?? 0) <= 100, (p95Ms ?? 0) > 1_000 && (p95Ms ?? 0) <= 2_500]).toEqual([100, true, true]);
  });
  test('beyond the last bucket is said to be as long as that', () => {
    expect(latencyOf(of(86_400_000 * 3)).p50Ms).toBe(86_400_000);
  });
});
