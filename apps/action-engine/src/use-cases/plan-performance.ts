import { AppError } from '@intexuraos/kernel';
import { isSameWish, type NewPerformance, type Performance, received } from '../domain/performance.ts';
import { isSameSchedule, type Schedule, scheduleId } from '../domain/schedule.ts';
import type { ActionEnginePorts } from '../ports.ts';
import { invalid, usedKey } from './invalid.ts';

const yearMs = 366 * 24 * 3_600_000;
/** What was meant for right now arrives a little later, and clocks differ. */
const lateMs = 5 * 60_000;
const plannedMax = 100;

/** Writes down what is to be performed once, later. Throws VALIDATION_FAILED for a moment that is over or more than a year away. */
export async function planOnce(ports: ActionEnginePorts, wish: NewPerformance, runAt: number): Promise<Performance> {
  const now = ports.clock.now();
  if (runAt < now - lateMs || runAt > now + yearMs)
    throw invalid([{ path: 'run_at', message: 'expected a moment between now and a year from now' }]);
  await checkRoom(ports, wish.userId);
  const { kept } = await ports.performances.add({ ...received(wish, now), runAt });
  if (kept.performance.runAt !== runAt || !isSameWish(kept.performance.wished, wish.wished)) throw usedKey();
  return kept.performance;
}

/** Writes down what is to be performed again and again. Throws VALIDATION_FAILED for what is no cron expression. */
export async function planRepeated(
  ports: ActionEnginePorts,
  { key, userId, caller, wished, callbackUrl }: NewPerformance,
  { cron, timeZone }: Pick<Schedule, 'cron' | 'timeZone'>,
): Promise<Schedule> {
  const now = ports.clock.now();
  const nextAt = ports.nextOf(cron, timeZone, now);
  if (nextAt === null)
    throw invalid([{ path: 'cron', message: 'expected five fields like "0 9 * * 1-5", and an IANA time zone' }]);
  await checkRoom(ports, userId);
  const id = scheduleId(userId, key);
  const schedule = {
    id,
    userId,
    caller,
    wished,
    callbackUrl: callbackUrl ?? null,
    cron,
    timeZone,
    createdAt: now,
    nextAt,
  };
  const kept = await ports.schedules.add(schedule);
  if (!isSameSchedule(kept, schedule)) throw usedKey();
  return kept;
}

async function checkRoom({ schedules, performances }: ActionEnginePorts, userId: string): Promise<void> {
  const [repeated, once] = await Promise.all([schedules.list(userId), performances.planned(userId)]);
  if (repeated.length + once.length < plannedMax) return;
  throw new AppError('RATE_LIMITED', `At most ${plannedMax} operations can be planned`);
}
