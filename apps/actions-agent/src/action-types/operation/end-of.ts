import type { CallOutcome } from '@intexuraos/internal-clients';
import type { OperationOutcome } from '@intexuraos/internal-clients/action-engine';
import type { JsonObject } from '@intexuraos/kernel';
import type { ExecuteResult } from '../define.ts';
import { failedCall } from '../outcome.ts';

/** What is longer is not kept in the action: action-engine has it. */
const outputCharsMax = 20_000;

const keptOutput = (output: JsonObject | undefined) =>
  output === undefined || JSON.stringify(output).length > outputCharsMax ? {} : { output };

/** How a performance ended, as the end of an execution. What nobody knows the end of is a person's to look after. */
export function endOf(call: CallOutcome<OperationOutcome>): ExecuteResult {
  if (call.kind === 'failed') return failedCall(call);
  const end = call.data;
  switch (end.outcome) {
    case 'executed':
      return { kind: 'completed', result: { message: end.message, ...keptOutput(end.output) } };
    case 'simulated':
      return { kind: 'completed', result: { message: `Only simulated: ${end.message}`, ...keptOutput(end.output) } };
    case 'not_executed': {
      const { code, message, retryable, retryAfterMs } = end;
      const failure = { kind: 'failed' as const, code, message, outcome: 'no_effect' as const, retryable };
      return retryAfterMs === undefined ? failure : { ...failure, retryAfterMs };
    }
    case 'unknown':
      return { kind: 'failed', code: end.code, message: end.message, outcome: 'unknown', retryable: false };
    case 'running': {
      const { retryAfterMs } = end;
      const message = 'It is not known yet how it ends';
      return { kind: 'failed', code: 'STILL_RUNNING', message, outcome: 'unknown', retryable: true, retryAfterMs };
    }
  }
}
