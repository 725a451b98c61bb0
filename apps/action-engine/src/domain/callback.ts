/** Who wants to be told how it ended, and how far telling has come. */
export interface Callback {
  readonly url: string;
  readonly attempts: number;
  /** When it is to be told next; null: not yet, not any more, or done. */
  readonly nextAt: number | null;
  readonly deliveredAt: number | null;
  /** Why the last attempt came to nothing. */
  readonly problem: string | null;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Before each attempt but the first, which is made at once. */
const pausesMs = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour];

export const newCallback = (url: string): Callback => ({
  url,
  attempts: 0,
  nextAt: null,
  deliveredAt: null,
  problem: null,
});

/** There is something to tell, from the beginning. */
export const due = ({ url }: Callback, now: number): Callback => ({ ...newCallback(url), nextAt: now });

/** With an attempt under way; nobody else makes one for so long: longer than it takes. */
export const taken = (callback: Callback, now: number, leaseMs: number): Callback => ({
  ...callback,
  attempts: callback.attempts + 1,
  nextAt: now + leaseMs,
});

export const delivered = (callback: Callback, now: number): Callback => ({
  ...callback,
  nextAt: null,
  deliveredAt: now,
  problem: null,
});

/** With the next attempt to come, or given up: `nextAt` is null then. */
export function refused(callback: Callback, problem: string, now: number): Callback {
  const pauseMs = pausesMs[callback.attempts - 1];
  return { ...callback, nextAt: pauseMs === undefined ? null : now + pauseMs, problem };
}

/** From the beginning, because somebody asked for it. */
export const renewed = (callback: Callback, now: number): Callback => ({
  ...callback,
  attempts: 0,
  nextAt: now,
  deliveredAt: null,
});
