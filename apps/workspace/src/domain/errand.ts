import type { Errand, Item } from './item.ts';

/** What has to be found out about an item after it was kept: what its page says, or a text that a model writes. */
export type ErrandName = 'page' | 'text';

/** How an attempt ended. What is `final` is not tried again. */
export type ErrandEnd = { readonly found: object } | { readonly problem: string; readonly isFinal: boolean };

const attemptsMax = 3;
const pausesMs = [60_000, 600_000];
/** Longer than any attempt takes. */
const leaseMs = 150_000;

export const newErrand = (now: number): Errand => ({ attempts: 0, at: now });

/** The item with an attempt under way; settled instead when there were enough of them, each lost without a word. */
export function begun(item: Item, { attempts }: Errand, now: number): Item {
  if (attempts >= attemptsMax) return settled(item, { problem: 'it was tried too often', isFinal: true }, now);
  return { ...item, errand: { attempts: attempts + 1, at: now + leaseMs } };
}

/** The item after an attempt: with what was found, or with why nothing was, and perhaps another attempt to come. */
export function settled(item: Item, end: ErrandEnd, now: number): Item {
  if ('found' in end) return { ...item, found: end.found, problem: null, errand: null, updatedAt: now };
  const attempts = item.errand?.attempts ?? attemptsMax;
  const isOver = end.isFinal || attempts >= attemptsMax;
  const errand = isOver ? null : { attempts, at: now + (pausesMs[attempts - 1] ?? 0) };
  return { ...item, problem: end.problem, errand, updatedAt: now };
}
