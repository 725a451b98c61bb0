import { begun, ended, isLost, isSameWish, isTriedOut, type NewPerformance, received } from '../domain/performance.ts';
import type { ActionEnginePorts, KeptPerformance } from '../ports.ts';
import { usedKey } from './invalid.ts';
import { connectorNamed } from './known-connector.ts';
import { perform } from './perform.ts';

/**
 * Performs a wish now, unless a copy of it did. What certainly did not happen may be tried again with the same key; what
 * may have happened never is. While another copy runs, it is handed back as it is.
 */
export async function performOnce(ports: ActionEnginePorts, wish: NewPerformance): Promise<KeptPerformance> {
  const now = ports.clock.now();
  ports.crashPoint('before-begin');
  const { added, kept } = await ports.performances.add(begun(received(wish, now), now, leaseOf(ports, wish)));
  if (added) return perform(ports, kept, { mayHaveHappened: false });
  if (kept.performance.approval !== null || !isSameWish(kept.performance.wished, wish.wished)) throw usedKey();
  return resume(ports, kept);
}

/** Goes on with what was begun before, or what failed without an effect; everything else stays as it is. */
export async function resume(ports: ActionEnginePorts, kept: KeptPerformance): Promise<KeptPerformance> {
  const now = ports.clock.now();
  const { performance } = kept;
  if (isLost(performance, now)) {
    if (isTriedOut(performance)) return giveUp(ports, kept);
    return take(ports, kept, true);
  }
  return performance.status === 'not_executed' ? take(ports, kept, false) : kept;
}

/** What waited for its time begins. */
export const beginAccepted = (ports: ActionEnginePorts, kept: KeptPerformance) => take(ports, kept, false);

async function take(ports: ActionEnginePorts, kept: KeptPerformance, mayHaveHappened: boolean) {
  const { performance } = kept;
  const next = begun(performance, ports.clock.now(), leaseOf(ports, performance));
  const taken = await ports.performances.change(kept, next);
  if (taken !== null) return perform(ports, taken, { mayHaveHappened });
  return (await ports.performances.get(performance.id)) ?? kept;
}

export const leaseOf = ({ leaseMs }: ActionEnginePorts, { wished }: Pick<NewPerformance, 'wished'>) =>
  leaseMs * (connectorNamed(wished.platform)?.operations[wished.operation]?.patience ?? 1);

async function giveUp(ports: ActionEnginePorts, kept: KeptPerformance): Promise<KeptPerformance> {
  const failure = { code: 'OUTCOME_UNKNOWN', message: 'Each process that tried it broke off', retryAfterMs: null };
  const next = ended(kept.performance, { status: 'unknown', failure }, ports.clock.now());
  return (await ports.performances.change(kept, next)) ?? kept;
}
