import type { WorkspacePorts } from '../ports.ts';
import { runErrand } from './run-errand.ts';

/** All run at once; a text takes a minute at most. */
const errandsMax = 12;

/** Begins what is due and nobody has begun, or what a crash has left unfinished. Bounded; says how many it looked at. */
export async function sweepErrands(ports: WorkspacePorts, signal: AbortSignal): Promise<number> {
  const due = await ports.items.due(ports.clock.now(), errandsMax);
  const runs = await Promise.allSettled(due.map(({ id }) => runErrand(ports, id, signal)));
  for (const [index, run] of runs.entries())
    if (run.status === 'rejected') ports.log.warn({ itemId: due[index]?.id, err: run.reason }, 'an errand broke off');
  return due.length;
}
