import { setTimeout } from 'node:timers/promises';

/** Only what never comes is waited for so long, or what a very busy machine does. */
const patienceMs = 90_000;
const lookEveryMs = 25;

/** Looks again and again until there is something. Rejects with `what` when it takes too long. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null> | T | null,
  withinMs = patienceMs,
): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() - begun > withinMs) throw new Error(`waited ${withinMs / 1000} s in vain for ${what}`);
    await setTimeout(lookEveryMs);
  }
}
