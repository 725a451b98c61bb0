import type { Feedback } from '@intexuraos/contracts';
import type { CallOutcome, FailedCall } from '@intexuraos/internal-clients';
import type { ExecuteResult, FailedExecution } from './define.ts';

/** A failed call as the outcome of an execution. */
export const failedCall = (call: FailedCall): FailedExecution => ({
  kind: 'failed',
  code: call.code,
  message: call.message,
  outcome: call.effect,
  retryable: call.retryable,
  ...(call.retryAfterMs !== undefined && { retryAfterMs: call.retryAfterMs }),
});

/** A neighbour's feedback as the outcome of an execution. */
export function fromFeedback(call: CallOutcome<Feedback>): ExecuteResult {
  if (call.kind === 'failed') return failedCall(call);
  const { status, message, resourceUrl, errorCode } = call.data;
  if (status === 'completed')
    return { kind: 'completed', result: { message, ...(resourceUrl !== undefined && { resourceUrl }) } };
  return { kind: 'failed', code: errorCode ?? 'FAILED', message, outcome: 'no_effect', retryable: false };
}
