import { Answer } from '@intexuraos/http-server';
import { z } from 'zod';
import type { Failure, Performance } from '../domain/performance.ts';

const Json = z.record(z.string(), z.json());
const ErrorFacts = z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() });

export const Refused = z.object({ status: z.literal('error'), error: ErrorFacts, request_id: z.string() });

/** How `POST /perform_action` has always answered. */
export const PerformanceAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('success'), result: Json }),
  Refused,
  z.object({
    status: z.literal('accepted'),
    request_id: z.string(),
    /** The action that a person is asked about. */
    action_id: z.string().optional(),
    schedule_id: z.string().optional(),
    run_at: z.iso.datetime().optional(),
  }),
]);

/** What a platform's refusal is to the caller, where it is not 502. */
const statusByCode: Readonly<Record<string, number>> = {
  INVALID_PAYLOAD: 422,
  VALIDATION_FAILED: 422,
  SSRF_BLOCKED: 422,
  REDIRECTED: 422,
  RATE_LIMITED: 429,
  QUOTA_EXCEEDED: 429,
  REJECTED: 409,
  NOT_APPROVED: 409,
  NOT_PERFORMED: 409,
  CANCELLED: 409,
};

const cancelled: Failure = {
  code: 'CANCELLED',
  message: 'This was taken back before its time came; ask again with another Idempotency-Key',
  retryAfterMs: null,
};

export function answerOf(performance: Performance): Answer<z.input<typeof PerformanceAnswer>> {
  const { status, result, failure, requestId: request_id, runAt, approval } = performance;
  if (result !== null) return new Answer(200, { status: 'success', result });
  if (failure !== null) return failed(failure, status === 'unknown', request_id);
  if (status === 'cancelled') return failed(cancelled, false, request_id);
  return new Answer(202, {
    status: 'accepted',
    request_id,
    ...(approval !== null && approval.actionId !== null && { action_id: approval.actionId }),
    ...(runAt !== null && { schedule_id: performance.id, run_at: new Date(runAt).toISOString() }),
  });
}

/** `unknown` is told as what it is: neither done nor not done. */
function failed(failure: Failure, isUnknown: boolean, request_id: string) {
  const { message, details, retryAfterMs } = failure;
  const code = isUnknown ? 'OUTCOME_UNKNOWN' : failure.code;
  const facts = isUnknown ? { cause: failure.code } : details;
  const error = { code, message, ...(facts !== undefined && { details: facts }) };
  const headers = retryAfterMs === null ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))) };
  return new Answer(
    isUnknown ? 502 : (statusByCode[failure.code] ?? 502),
    { status: 'error' as const, error, request_id },
    headers,
  );
}

const moment = z.iso.datetime().nullable();

/** The log entry of a request: what was sent stays out of it, it may hold secrets. */
export const RequestView = z.object({
  request_id: z.string(),
  user_id: z.string(),
  caller: z.string(),
  platform: z.string(),
  action_type: z.string(),
  connection: z.string().nullable(),
  simulated: z.boolean(),
  /** The action that a person is or was asked about first, where there is one. */
  action_id: z.string().nullable(),
  status: z.string(),
  attempts: z.int(),
  result: Json.nullable(),
  error: ErrorFacts.nullable(),
  callback: z
    .object({ attempts: z.int(), delivered_at: moment, next_at: moment, problem: z.string().nullable() })
    .nullable(),
  received_at: z.iso.datetime(),
  run_at: moment,
  ended_at: moment,
  duration_ms: z.number().nullable(),
});

const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());

export const requestView = (performance: Performance): z.input<typeof RequestView> => {
  const { wished, failure, callback, receivedAt, endedAt } = performance;
  return {
    request_id: performance.requestId,
    user_id: performance.userId,
    caller: performance.caller,
    platform: wished.platform,
    action_type: wished.operation,
    connection: wished.connectionId,
    simulated: wished.simulate,
    action_id: performance.approval?.actionId ?? null,
    status: performance.status,
    attempts: performance.attempts,
    result: performance.result,
    error: failure && { code: failure.code, message: failure.message },
    callback: callback && {
      attempts: callback.attempts,
      delivered_at: iso(callback.deliveredAt),
      next_at: iso(callback.nextAt),
      problem: callback.problem,
    },
    received_at: new Date(receivedAt).toISOString(),
    run_at: iso(performance.runAt),
    ended_at: iso(endedAt),
    duration_ms: endedAt === null ? null : endedAt - receivedAt,
  };
};
