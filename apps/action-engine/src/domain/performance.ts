import { contentHash, type JsonObject, uuidFromName } from '@intexuraos/kernel';
import { type Callback, due, newCallback } from './callback.ts';

/**
 * `awaiting_approval`: a person is asked first. `accepted`: it runs later. `running`: a process has begun it.
 * `simulated` is no outcome: nothing was done.
 */
export const performanceStatuses = [
  'awaiting_approval',
  'accepted',
  'running',
  'executed',
  'simulated',
  'not_executed',
  'unknown',
  'cancelled',
] as const;
export type PerformanceStatus = (typeof performanceStatuses)[number];

/** What was wished for, exactly as it will be sent. */
export interface Wished {
  readonly platform: string;
  readonly operation: string;
  readonly payload: JsonObject;
  /** Null: whichever account of the platform the person has. */
  readonly connectionId: string | null;
  readonly simulate: boolean;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
  /** From the end of the performance, as the platform said it. */
  readonly retryAfterMs: number | null;
  readonly details?: unknown;
}

/** How a performance ended. */
export type Ending =
  | { readonly status: 'executed' | 'simulated'; readonly result: JsonObject }
  | { readonly status: 'not_executed' | 'unknown'; readonly failure: Failure };

/** A person's yes that stands before a performance: an action of theirs. Who tells them how it ended is actions-agent. */
export interface Approval {
  /** Null until the action is made. */
  readonly actionId: string | null;
  /** Of what was wished for at first: an edit may have changed it since. */
  readonly digest: string;
}

/** One request to perform an operation, and what became of it: the log entry of `GET /requests/:request_id`. */
export interface Performance {
  /** Made of person and key: copies of one wish meet here. */
  readonly id: string;
  /** Of the first request. */
  readonly requestId: string;
  readonly userId: string;
  /** Who asked: `person`, or one of our services. */
  readonly caller: string;
  /** The same for each copy of the same wish. */
  readonly key: string;
  readonly wished: Wished;
  /** Null: none is needed. */
  readonly approval: Approval | null;
  readonly status: PerformanceStatus;
  /** How often a process has begun it. */
  readonly attempts: number;
  readonly result: JsonObject | null;
  readonly failure: Failure | null;
  readonly callback: Callback | null;
  /** Whether the person still has to be told that nobody knows how it ended. */
  readonly noticeDue: boolean;
  /** Unix milliseconds. */
  readonly receivedAt: number;
  readonly runAt: number | null;
  readonly endedAt: number | null;
  /** While `running`, or before its action is made: when another process may take it over. */
  readonly leaseUntil: number | null;
}

export interface NewPerformance {
  readonly requestId: string;
  readonly userId: string;
  readonly caller: string;
  readonly key: string;
  readonly wished: Wished;
  readonly approval?: Approval;
  readonly callbackUrl?: string | undefined;
}

/** Whoever was begun so often and never ended takes its process down with it. */
const attemptsMax = 5;

export const performanceId = (userId: string, key: string) => uuidFromName(JSON.stringify([userId, key]));

/** Only written down so far. */
export const received = ({ callbackUrl, ...wish }: NewPerformance, now: number): Performance => ({
  approval: null,
  ...wish,
  id: performanceId(wish.userId, wish.key),
  status: 'accepted',
  attempts: 0,
  result: null,
  failure: null,
  callback: callbackUrl === undefined ? null : newCallback(callbackUrl),
  noticeDue: false,
  receivedAt: now,
  runAt: null,
  endedAt: null,
  leaseUntil: null,
});

/** When an action that could not be made yet is asked for again. */
const askAgainMs = 60_000;

/** Waits for a person's yes, for which actions-agent has yet to be asked. */
export const waiting = (wish: NewPerformance, digest: string, now: number): Performance => ({
  ...received({ ...wish, approval: { actionId: null, digest } }, now),
  status: 'awaiting_approval',
  leaseUntil: now + askAgainMs,
});

export const waitsForAction = ({ status, approval }: Performance) =>
  status === 'awaiting_approval' && approval?.actionId === null;

/** Its action is made: the rest is up to the person. */
export const asked = (performance: Performance, actionId: string): Performance => ({
  ...performance,
  approval: performance.approval && { ...performance.approval, actionId },
  leaseUntil: null,
});

export const postponed = (performance: Performance, now: number): Performance => ({
  ...performance,
  leaseUntil: now + askAgainMs,
});

/** A process begins it, or takes it over; nobody else does for so long: longer than the operation takes. */
export const begun = (performance: Performance, now: number, leaseMs: number): Performance => ({
  ...performance,
  status: 'running',
  attempts: performance.attempts + 1,
  failure: null,
  endedAt: null,
  leaseUntil: now + leaseMs,
});

export const isLost = ({ status, leaseUntil }: Performance, now: number) =>
  status === 'running' && leaseUntil !== null && leaseUntil <= now;

export const isTriedOut = ({ attempts }: Performance) => attempts >= attemptsMax;

export function ended(performance: Performance, ending: Ending, now: number): Performance {
  const { callback } = performance;
  return {
    ...performance,
    status: ending.status,
    result: 'result' in ending ? ending.result : null,
    failure: 'failure' in ending ? ending.failure : null,
    callback: callback && due(callback, now),
    noticeDue: ending.status === 'unknown' && performance.approval === null,
    endedAt: now,
    leaseUntil: null,
  };
}

export const cancelled = (performance: Performance, now: number): Performance => ({
  ...performance,
  status: 'cancelled',
  callback: performance.callback && due(performance.callback, now),
  endedAt: now,
});

/** Names one ending of it: what certainly did not happen may be tried again, and ends anew. */
export const endingId = ({ id, attempts }: Performance) => `${id}.${attempts}`;

/** With what was approved in the place of what was wished for: an edit may have changed it. */
export const approvedAs = (performance: Performance, wished: Wished): Performance => ({ ...performance, wished });

/** Whether two requests with one key wish for the same. */
export const isSameWish = (one: Wished, other: Wished) => contentHash(one) === contentHash(other);

/** When there is something to do about it next; null: never. */
export function dueAt(performance: Performance): number | null {
  const { status, runAt, leaseUntil, callback, noticeDue, endedAt } = performance;
  const times = [
    status === 'accepted' ? runAt : null,
    status === 'running' || waitsForAction(performance) ? leaseUntil : null,
    noticeDue ? endedAt : null,
    callback?.nextAt ?? null,
  ].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}
