import type { Errand, Item, MirrorImage } from './item.ts';

/**
 * What has to be done for an item after it was kept: to read what its page says, to have a text written, to put a copy of
 * it on an outside platform.
 */
export type ErrandName = 'page' | 'text' | 'mirror';

/**
 * How an attempt ended. What is `final` is not tried again. `nothing`: there was nothing to be done. `image`: what is,
 * or may be, on an outside platform; as before unless said.
 */
export type ErrandEnd =
  | { readonly found: object }
  | { readonly nothing: true }
  | {
      readonly problem: string;
      readonly isFinal: boolean;
      readonly image?: MirrorImage | null;
      /** When another attempt makes sense, where that is known. */
      readonly retryAfterMs?: number;
    };

const attemptsMax = 3;
const pausesMs = [60_000, 600_000];

export const newErrand = (now: number): Errand => ({ attempts: 0, at: now });

/** The owner wants it. */
export const askedErrand = (now: number): Errand => ({ ...newErrand(now), isAsked: true });

/**
 * The item with an attempt under way, which counts as lost after the lease: longer than any takes. Settled instead when
 * there were enough of them, each lost without a word.
 */
export function begun(item: Item, errand: Errand, now: number, leaseMs: number): Item {
  const { attempts } = errand;
  if (attempts >= attemptsMax) return settled(item, { problem: 'it was tried too often', isFinal: true }, now);
  return { ...item, errand: { ...errand, attempts: attempts + 1, at: now + leaseMs } };
}

/** The item after an attempt: with what was found, or with why nothing was, and perhaps another attempt to come. */
export function settled(item: Item, end: ErrandEnd, now: number): Item {
  if ('nothing' in end) return { ...item, problem: null, errand: null };
  if ('found' in end) return { ...item, found: end.found, problem: null, errand: null, updatedAt: now };
  const { problem, image = item.image } = end;
  return { ...item, problem, image, errand: nextAttempt(item, end, now), updatedAt: now };
}

type Failed = Extract<ErrandEnd, { readonly problem: string }>;

function nextAttempt({ errand }: Item, { isFinal, retryAfterMs }: Failed, now: number): Errand | null {
  if (errand === null || isFinal || errand.attempts >= attemptsMax) return null;
  return { ...errand, at: now + (retryAfterMs ?? pausesMs[errand.attempts - 1] ?? 0) };
}
