import { renewed } from '../domain/callback.ts';
import type { ActionEnginePorts } from '../ports.ts';
import { tellNow } from './tell-outcome.ts';

/** Tells the address of a performance anew how it ended; nothing happens when there is none any more. */
export async function renewCallback(ports: ActionEnginePorts, performanceId: string): Promise<void> {
  const kept = await ports.performances.get(performanceId);
  const callback = kept?.performance.callback;
  if (!kept || !callback || kept.performance.endedAt === null) return;
  const next = { ...kept.performance, callback: renewed(callback, ports.clock.now()) };
  if ((await ports.performances.change(kept, next)) !== null) await tellNow(ports, performanceId);
}
