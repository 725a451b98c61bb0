import type { Clock } from '@intexuraos/kernel';

/** So many in a window; a burst may use them all at once. */
export interface Rate {
  readonly count: number;
  readonly windowMs: number;
}

const keysMax = 100_000;

/**
 * The generic cell rate algorithm: one number per key, the time by which all that was taken would be paid for
 * at the even rate. Lives in this process: n instances allow n times as much.
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #windowMs: number;
  readonly #intervalMs: number;
  readonly #paidAt = new Map<string, number>();

  constructor({ count, windowMs }: Rate, clock: Clock) {
    this.#clock = clock;
    this.#windowMs = windowMs;
    this.#intervalMs = windowMs / count;
  }

  /** Takes one and answers 0, or takes none and answers after how many milliseconds there will be one. */
  take(key: string): number {
    const now = this.#clock.now();
    const paidAt = Math.max(now, this.#paidAt.get(key) ?? now) + this.#intervalMs;
    const waitMs = paidAt - now - this.#windowMs;
    if (waitMs > 0) return waitMs;
    if (this.#paidAt.size >= keysMax) this.#forget(now);
    this.#paidAt.set(key, paidAt);
    return 0;
  }

  /** Keys that are paid for; if an attacker fills the table with others, all start anew rather than eat the memory. */
  #forget(now: number): void {
    for (const [key, paidAt] of this.#paidAt) if (paidAt <= now) this.#paidAt.delete(key);
    if (this.#paidAt.size >= keysMax) this.#paidAt.clear();
  }
}
