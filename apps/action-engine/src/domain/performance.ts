import type { JsonObject } from '@intexuraos/kernel';

/**
 * `accepted`: it runs later, or waits for a person. `running`: a process has begun it. `simulated` is no outcome: nothing
 * was done.
 */
export const performanceStatuses = [
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

/** One request to perform an operation, and what became of it: the log entry of `GET /requests/:request_id`. */
export interface Performance {
  /** The request id. */
  readonly id: string;
  readonly userId: string;
  /** Who asked: the person, or one of our services. */
  readonly caller: string;
  /** The same for each copy of the same wish. */
  readonly key: string;
  readonly wished: Wished;
  readonly status: PerformanceStatus;
  readonly attempts: number;
  readonly result: JsonObject | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
  /** The action in actions-agent that a person is asked about. */
  readonly actionId: string | null;
  readonly callbackUrl: string | null;
  /** Unix milliseconds. */
  readonly receivedAt: number;
  readonly runAt: number | null;
  readonly endedAt: number | null;
  /** While `running`: when another process may take it over. */
  readonly leaseUntil: number | null;
}
