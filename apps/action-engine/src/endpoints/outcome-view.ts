import { connectorErrors } from '@intexuraos/connectors';
import type { OperationOutcome } from '@intexuraos/internal-clients/action-engine';
import { z } from 'zod';
import type { Failure, Performance } from '../domain/performance.ts';

const again = new Map<string, boolean>(Object.entries(connectorErrors).map(([code, meaning]) => [code, meaning.again]));

const Message = z.object({ message: z.string() }).catch({ message: 'Done' });

/** How long somebody who is at it may still take. */
const runningMs = 5_000;

/** How it stands, for the service that asked for it in a person's name. */
export function outcomeOf({ status, result, failure, leaseUntil }: Performance, now: number): OperationOutcome {
  if (result !== null) {
    const outcome = status === 'simulated' ? 'simulated' : 'executed';
    return { outcome, message: Message.parse(result).message, output: result };
  }
  if (failure !== null) return failed(failure, status === 'unknown' ? 'unknown' : 'not_executed');
  return { outcome: 'running', retryAfterMs: Math.max(runningMs, (leaseUntil ?? now) - now) };
}

const failed = ({ code, message, retryAfterMs }: Failure, outcome: 'unknown' | 'not_executed'): OperationOutcome => ({
  outcome,
  code,
  message,
  retryable: outcome === 'not_executed' && again.get(code) === true,
  ...(retryAfterMs !== null && { retryAfterMs }),
});
