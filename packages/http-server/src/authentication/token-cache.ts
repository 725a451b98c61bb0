import { hash } from 'node:crypto';
import type { Clock } from '@intexuraos/kernel';

interface Entry<T> {
  readonly value: T;
  readonly until: number;
}

const entriesMax = 10_000;
/** A key that the issuer withdraws must not be trusted much longer than the key set is. */
const ageMaxMs = 300_000;

/** What verified tokens said, by their hash: checking a signature costs more than all else in a request. */
export class TokenCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(token: string): T | undefined {
    const key = hash('sha256', token, 'base64');
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    if (entry.until <= this.#clock.now()) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(token: string, value: T, expiresAt: number): void {
    const until = Math.min(expiresAt, this.#clock.now() + ageMaxMs);
    this.#entries.set(hash('sha256', token, 'base64'), { value, until });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > entriesMax && oldest !== undefined) this.#entries.delete(oldest);
  }
}
