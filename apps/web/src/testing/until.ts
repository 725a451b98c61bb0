import { setTimeout } from 'node:timers/promises';

const patienceMs = 45_000;
const lookEveryMs = 25;

/** Looks again and again until there is something. Rejects with `what` when it takes too long. */
export async function until<T>(what: string, look: () => Promise<T | null> | T | null): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() - begun > patienceMs) throw new Error(`waited ${patienceMs / 1000} s in vain for ${what}`);
    await setTimeout(lookEveryMs);
  }
}
