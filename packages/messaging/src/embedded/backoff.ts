import type { Random } from '@intexuraos/kernel';

/** Pauses between deliveries double from `firstMs` to `maxMs`. */
export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
}

/**
 * How long to rest after the `attempts`th failure: exponential with full jitter, so that messages that failed together do
 * not come back together (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export function pauseMs({ firstMs, maxMs }: Backoff, attempts: number, random: Random): number {
  return Math.round(random.fraction() * Math.min(maxMs, firstMs * 2 ** (attempts - 1)));
}
