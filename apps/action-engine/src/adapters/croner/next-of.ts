import { Cron } from 'croner';
import type { NextOf } from '../../ports.ts';

const fields = 5;

/** With five fields: once a minute is often enough. The library also reads dates and names such as `@daily`. */
export const nextOf: NextOf = (cron, timezone, after) => {
  if (cron.trim().split(/\s+/).length !== fields) return null;
  try {
    const next = new Cron(cron, { timezone, mode: '5-part', paused: true }).nextRun(new Date(after));
    return next?.getTime() ?? null;
  } catch {
    return null;
  }
};
