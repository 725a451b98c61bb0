import type { ConnectorErrorCode, Performed } from '@intexuraos/connectors';
import { AppError, type JsonObject } from '@intexuraos/kernel';
import { type Ending, ended, type Performance } from '../domain/performance.ts';
import type { ActionEnginePorts, KeptPerformance } from '../ports.ts';
import { findAccount } from './find-account.ts';
import { readWish } from './read-wish.ts';

/**
 * Performs what a process has begun and writes down how it ended. `mayHaveHappened`: an earlier process may have sent
 * it. Only who holds the lease calls this; whoever lost it meanwhile says nothing any more.
 */
export async function perform(
  ports: ActionEnginePorts,
  kept: KeptPerformance,
  { mayHaveHappened }: { readonly mayHaveHappened: boolean },
): Promise<KeptPerformance> {
  const { clock } = ports;
  const startedAt = clock.now();
  const ending = await endingOf(ports, kept.performance, mayHaveHappened);
  ports.crashPoint('after-operation');
  const next = ended(kept.performance, ending, clock.now());
  log(ports, next, clock.now() - startedAt);
  const written = await writeDown(ports, kept, next);
  ports.crashPoint('after-end');
  return written;
}

/** "Unavailable" would tell whoever asked that nothing has happened, and they could take it back or send something else. */
async function writeDown({ performances }: ActionEnginePorts, kept: KeptPerformance, next: Performance) {
  try {
    const written = await performances.change(kept, next);
    return written ?? (await performances.get(next.id)) ?? { ...kept, performance: next };
  } catch (cause) {
    throw new AppError('INTERNAL_ERROR', 'How an operation ended could not be written down', { cause });
  }
}

async function endingOf(ports: ActionEnginePorts, performance: Performance, began: boolean): Promise<Ending> {
  const { userId, key, wished } = performance;
  try {
    const { connector, operation, bound } = readWish(wished.platform, wished.operation, wished.payload);
    if (wished.simulate || ports.simulated.has(wished.platform)) {
      const result = { ...bound.simulate(key), message: operation.done, simulated: true };
      return { status: 'simulated', result };
    }
    const account = await findAccount(ports, userId, wished);
    ports.crashPoint('before-operation');
    return endingAfter(await ports.operations.perform({ connector, bound, account, key, began }), operation.done);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, details } = error;
    const failure = { code, message, retryAfterMs: null, ...(details !== undefined && { details }) };
    return { status: began ? 'unknown' : 'not_executed', failure };
  }
}

/** What the operator of this service can do about it. */
const advice: Partial<Record<ConnectorErrorCode, string>> = {
  SSRF_BLOCKED: ' (a host in the operator’s own network is asked once INTEXURAOS_OPERATIONS_PRIVATE_HOSTS names it)',
};

function endingAfter(performed: Performed, done: string): Ending {
  if (performed.outcome === 'executed') return { status: 'executed', result: kept(performed.output, done) };
  const { code, message, retryAfterMs, details } = performed.failure;
  const failure = {
    code,
    message: `${message}${advice[code] ?? ''}`,
    retryAfterMs,
    ...(details !== undefined && { details }),
  };
  return { status: performed.outcome, failure };
}

/** What is longer was given once and is not kept: a document holds only so much. */
const resultCharsMax = 400_000;

const kept = (output: JsonObject, message: string): JsonObject =>
  JSON.stringify(output).length > resultCharsMax ? { message, omitted: true } : { ...output, message };

function log(
  ports: ActionEnginePorts,
  { requestId, userId, wished, status, failure, attempts }: Performance,
  ms: number,
) {
  const { platform, operation } = wished;
  const facts = { requestId, userId, platform, operation, outcome: status, code: failure?.code, attempts, ms };
  ports.log.info(facts, 'an operation was performed');
}
