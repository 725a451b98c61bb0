import { Cron } from 'croner';
import type { NextOf } from '../../ports.ts';

/** With five fields: once a minute is often enough. */
export const nextOf: NextOf = (cron, timezone, after) => {
  try {
    const next = new Cron(cron, { timezone, mode: '5-part', paused: true }).nextRun(new Date(after));
    return next?.getTime() ?? null;
  } catch {
    return null;
  }
};
