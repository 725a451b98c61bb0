import type { Action, Status } from './action.ts';

/** What happened to actions in some time; the latencies are counts per bucket of `boundsMs`, the last for what is longer. */
export interface Tally {
  readonly created: number;
  readonly approved: number;
  readonly rejected: number;
  readonly completed: number;
  readonly failed: number;
  readonly toApprove: readonly number[];
  readonly toRun: readonly number[];
}

export const boundsMs: readonly number[] = [
  100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000, 14_400_000, 86_400_000,
];

const noLatencies: readonly number[] = Array.from({ length: boundsMs.length + 1 }, () => 0);

export const noTally: Tally = {
  created: 0,
  approved: 0,
  rejected: 0,
  completed: 0,
  failed: 0,
  toApprove: noLatencies,
  toRun: noLatencies,
};

type Before = Action | null;

const moved = (before: Before, after: Action, status: Status) => after.status === status && before?.status !== status;
const approves = (before: Before, after: Action) => (before?.approval ?? null) === null && after.approval !== null;

/** How long the person took: from the question to the yes. A rule that said yes took no time, so it is left out. */
function approvedAfterMs(before: Before, after: Action): number | null {
  if (!approves(before, after) || after.approval?.channel === 'policy') return null;
  const asked = before?.ask ?? null;
  return asked === null || after.approval === null ? null : after.approval.decidedAt - asked.createdAt;
}

/** How long the target took: from the claim of the run that ended now. */
function ranForMs(before: Before, after: Action): number | null {
  if (before?.status !== 'processing' || !moved(before, after, 'completed')) return null;
  const claim = after.events.findLast(({ event }) => event === 'claim');
  const end = after.events.at(-1);
  return claim === undefined || end === undefined ? null : end.at - claim.at;
}

/** The tally with one change of one action in it. */
export const tallied = (tally: Tally, before: Before, after: Action): Tally => ({
  created: tally.created + Number(before === null),
  approved: tally.approved + Number(approves(before, after)),
  rejected: tally.rejected + Number(moved(before, after, 'rejected')),
  completed: tally.completed + Number(moved(before, after, 'completed')),
  failed: tally.failed + Number(moved(before, after, 'failed')),
  toApprove: withLatency(tally.toApprove, approvedAfterMs(before, after)),
  toRun: withLatency(tally.toRun, ranForMs(before, after)),
});

function withLatency(counts: readonly number[], ms: number | null): readonly number[] {
  if (ms === null) return counts;
  const found = boundsMs.findIndex((bound) => ms <= bound);
  return counts.with(found === -1 ? boundsMs.length : found, (counts.at(found) ?? 0) + 1);
}

export const together = (tallies: readonly Tally[]): Tally => tallies.reduce(sum, noTally);

const sum = (a: Tally, b: Tally): Tally => ({
  created: a.created + b.created,
  approved: a.approved + b.approved,
  rejected: a.rejected + b.rejected,
  completed: a.completed + b.completed,
  failed: a.failed + b.failed,
  toApprove: added(a.toApprove, b.toApprove),
  toRun: added(a.toRun, b.toRun),
});

const added = (a: readonly number[], b: readonly number[]) => a.map((count, at) => count + (b[at] ?? 0));

export interface Latency {
  readonly count: number;
  /** Half of them were not longer; null when there were none. Known as exactly as the buckets are wide. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
}

export function latencyOf(counts: readonly number[]): Latency {
  const count = counts.reduce((a, b) => a + b, 0);
  return { count, p50Ms: percentile(counts, count * 0.5), p95Ms: percentile(counts, count * 0.95) };
}

/** Within its bucket the wanted one is taken to lie where an even spread would put it. */
function percentile(counts: readonly number[], wanted: number): number | null {
  let passed = 0;
  for (const [at, count] of counts.entries()) {
    if (count > 0 && passed + count >= wanted) {
      const from = boundsMs[at - 1] ?? 0;
      const to = boundsMs[at] ?? from;
      return Math.round(from + ((wanted - passed) / count) * (to - from));
    }
    passed += count;
  }
  return null;
}
