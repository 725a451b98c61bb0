import { AppError, type JsonObject } from '@intexuraos/kernel';
import {
  approvedAs,
  begun,
  isLost,
  isSameWish,
  type Performance,
  received,
  type Wished,
} from '../domain/performance.ts';
import { digestOf } from '../domain/rendering.ts';
import type { ActionEnginePorts, KeptPerformance } from '../ports.ts';
import { leaseOf } from './begin.ts';
import { usedKey } from './invalid.ts';
import { perform } from './perform.ts';
import { readWish } from './read-wish.ts';

/** What a person said yes to, as they were shown it; or what a service asks for by itself, as it was rendered to it. */
export interface Approved {
  readonly userId: string;
  /** The service that asks. */
  readonly caller: string;
  /** Of the yes; undefined: there is none to be had. */
  readonly actionId?: string | undefined;
  /** The same for each try. */
  readonly key: string;
  readonly requestId: string;
  /** The performance that waited for this yes, where there is one. */
  readonly performanceId: string | undefined;
  readonly platform: string;
  readonly operation: string;
  readonly connectionId: string | null;
  readonly payload: JsonObject;
  readonly digest: string;
}

/**
 * Performs exactly what was approved, once for each key. What is not known to have happened is looked up before it is
 * sent again. Throws CONFLICT when something else would be sent than what was approved.
 */
export async function performApproved(ports: ActionEnginePorts, approved: Approved): Promise<KeptPerformance> {
  const wished = renderedAgain(approved);
  if (digestOf(wished) !== approved.digest)
    throw new AppError('CONFLICT', 'What would be sent is not what was approved: ask again');
  return approved.performanceId === undefined
    ? performNew(ports, approved, wished)
    : performWaiting(ports, approved, approved.performanceId, wished);
}

/** The payload as it would be sent now. */
function renderedAgain({ platform, operation, payload, connectionId }: Approved): Wished {
  const { bound } = readWish(platform, operation, payload);
  return { platform, operation, payload: bound.payload, connectionId, simulate: connectionId === null };
}

async function performNew(ports: ActionEnginePorts, approved: Approved, wished: Wished): Promise<KeptPerformance> {
  const { userId, requestId, caller, actionId, digest } = approved;
  const key = `${actionId === undefined ? 'service' : 'action'}:${approved.key}`;
  const approval = actionId === undefined ? {} : { approval: { actionId, digest } };
  const wish = { requestId, userId, caller, key, wished, ...approval };
  const now = ports.clock.now();
  ports.crashPoint('before-begin');
  const { added, kept } = await ports.performances.add(begun(received(wish, now), now, leaseOf(ports, wish)));
  if (added) return perform(ports, kept, { mayHaveHappened: false });
  if (!isSameWish(kept.performance.wished, wished)) throw usedKey();
  return goOn(ports, kept, wished);
}

async function performWaiting(ports: ActionEnginePorts, { userId }: Approved, id: string, wished: Wished) {
  const kept = await ports.performances.get(id);
  if (kept === null || kept.performance.userId !== userId || kept.performance.approval === null)
    throw new AppError('NOT_FOUND', 'There is no such request that waits for an approval');
  return goOn(ports, kept, wished);
}

/** What was begun before and may have happened; null: it is over, or somebody is at it. */
function mayHaveHappened(performance: Performance, now: number): boolean | null {
  if (performance.status === 'awaiting_approval' || performance.status === 'not_executed') return false;
  return performance.status === 'unknown' || isLost(performance, now) ? true : null;
}

async function goOn(ports: ActionEnginePorts, kept: KeptPerformance, wished: Wished): Promise<KeptPerformance> {
  const now = ports.clock.now();
  const began = mayHaveHappened(kept.performance, now);
  if (began === null) return kept;
  if (began && !isSameWish(kept.performance.wished, wished)) throw usedKey();
  const taken = await ports.performances.change(
    kept,
    begun(approvedAs(kept.performance, wished), now, leaseOf(ports, { wished })),
  );
  if (taken !== null) return perform(ports, taken, { mayHaveHappened: began });
  return (await ports.performances.get(kept.performance.id)) ?? kept;
}
