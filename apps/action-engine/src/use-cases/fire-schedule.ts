import { received } from '../domain/performance.ts';
import { keyOf } from '../domain/schedule.ts';
import type { ActionEnginePorts, KeptSchedule } from '../ports.ts';

/**
 * Its time has come: what is to be performed is written down, and then the schedule moves on. Times that passed while
 * nobody looked are one.
 */
export async function fireSchedule(ports: ActionEnginePorts, kept: KeptSchedule): Promise<void> {
  const { schedule } = kept;
  const { userId, caller, wished, callbackUrl, cron, timeZone, nextAt: runAt } = schedule;
  const now = ports.clock.now();
  const key = keyOf(schedule);
  const wish = { requestId: key, userId, caller, key, wished, ...(callbackUrl !== null && { callbackUrl }) };
  await ports.performances.add({ ...received(wish, now), runAt });
  const nextAt = ports.nextOf(cron, timeZone, now);
  if (nextAt === null) await ports.schedules.remove(userId, schedule.id);
  else await ports.schedules.moveOn(kept, nextAt);
}
