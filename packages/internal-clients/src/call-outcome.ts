/** What is known about the other side after a call that did not succeed. `unknown`: it may have happened. */
export type Effect = 'no_effect' | 'unknown';

export interface FailedCall {
  readonly kind: 'failed';
  /** The neighbour's own error code, or one of `connectionCodes`. */
  readonly code: string;
  /** Fit for a person to read: the neighbour's own words, or ours. */
  readonly message: string;
  readonly effect: Effect;
  /** Whether the same call with the same key may do better later. */
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  /** The neighbour's facts about its refusal, as it sent them. */
  readonly details?: unknown;
}

export interface AnsweredCall<T> {
  readonly kind: 'answered';
  readonly data: T;
}

/** How a call to a neighbour ended. Both are normal life: nothing here is an exception. */
export type CallOutcome<T> = AnsweredCall<T> | FailedCall;

/** The codes of failures that no neighbour reported, because there was no answer that could be read. */
export const connectionCodes = {
  unreachable: 'DOWNSTREAM_UNREACHABLE',
  timeout: 'DOWNSTREAM_TIMEOUT',
  cut: 'DOWNSTREAM_CONNECTION_LOST',
  aborted: 'CALL_ABORTED',
  badAnswer: 'BAD_DOWNSTREAM_RESPONSE',
  circuitOpen: 'DOWNSTREAM_CIRCUIT_OPEN',
} as const;

/** The same outcome with its data seen another way; failures pass through. */
export function mapAnswer<T, U>(outcome: CallOutcome<T>, change: (data: T) => U): CallOutcome<U> {
  return outcome.kind === 'answered' ? { kind: 'answered', data: change(outcome.data) } : outcome;
}
