import { uuidFromName } from '@intexuraos/kernel';
import { isSameWish, type Wished } from './performance.ts';

/** An operation that is performed again and again. */
export interface Schedule {
  readonly id: string;
  readonly userId: string;
  readonly caller: string;
  readonly wished: Wished;
  readonly callbackUrl: string | null;
  /** Five fields: minute, hour, day, month, day of the week. */
  readonly cron: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly nextAt: number;
}

/** Each time has a key of its own: whoever comes to it first performs it. */
export const keyOf = ({ id, nextAt }: Pick<Schedule, 'id' | 'nextAt'>) => `schedule:${id}:${nextAt}`;

/** Copies of one request are one schedule. */
export const scheduleId = (userId: string, key: string) => uuidFromName(JSON.stringify(['schedule', userId, key]));

/** Whether two requests with one key wish for the same, at the same times. */
export const isSameSchedule = (one: Schedule, other: Schedule) =>
  one.cron === other.cron && one.timeZone === other.timeZone && isSameWish(one.wished, other.wished);
