import { isLost, waitsForAction } from '../domain/performance.ts';
import type { ActionEnginePorts, KeptPerformance } from '../ports.ts';
import { requestApproval } from './ask-first.ts';
import { beginAccepted, resume } from './begin.ts';
import { fireSchedule } from './fire-schedule.ts';
import { tellNow } from './tell-outcome.ts';

/** All run at once; one takes half a minute at most. */
const batch = 20;

/** Performs what is due, goes on with what a crash left, and tells what is untold. Bounded; says how many it looked at. */
export async function sweep(ports: ActionEnginePorts): Promise<number> {
  const schedules = await ports.schedules.due(ports.clock.now(), batch);
  await settle(
    ports,
    schedules.map((kept) => fireSchedule(ports, kept)),
  );
  const due = await ports.performances.due(ports.clock.now(), batch);
  await settle(
    ports,
    due.map((kept) => lookAt(ports, kept)),
  );
  return schedules.length + due.length;
}

async function lookAt(ports: ActionEnginePorts, kept: KeptPerformance): Promise<void> {
  const { performance } = kept;
  if (isLost(performance, ports.clock.now())) await resume(ports, kept);
  else if (waitsForAction(performance)) await requestApproval(ports, kept);
  else if (performance.status === 'accepted') await beginAccepted(ports, kept);
  await tellNow(ports, performance.id);
}

async function settle({ log }: ActionEnginePorts, works: readonly Promise<void>[]): Promise<void> {
  for (const { status, ...rest } of await Promise.allSettled(works))
    if (status === 'rejected' && 'reason' in rest) log.warn({ err: rest.reason }, 'what was due broke off');
}
