import type { Clock } from '@intexuraos/kernel';

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  /** When the bucket would be full again, Unix milliseconds: the whole state of a token bucket (GCRA). */
  fullAt: number;
  /** The platform itself said to wait until then. */
  blockedUntil: number;
}

const keptMax = 10_000;
/** A platform's word for longer may be a slip of the pen: an account that asks again after that loses nothing. */
const blockedMaxMs = 3_600_000;

/** Keeps each account within its platform's limits, and within what the platform's `Retry-After` said. */
export function createPace(clock: Clock) {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (account: string): Bucket => {
    const known = buckets.get(account);
    if (known) return known;
    if (buckets.size >= keptMax) forgetIdle(buckets, clock.now());
    const bucket = { fullAt: 0, blockedUntil: 0 };
    buckets.set(account, bucket);
    return bucket;
  };
  return {
    /** Takes the next free moment and says in how many milliseconds it is; takes nothing when that is later than `patienceMs`. */
    take(account: string, { perSecond, burst }: Rate, patienceMs: number): number {
      const bucket = bucketOf(account);
      const now = clock.now();
      const intervalMs = 1_000 / perSecond;
      const fullAt = Math.max(bucket.fullAt, now) + intervalMs;
      const waitMs = Math.max(0, fullAt - burst * intervalMs - now, bucket.blockedUntil - now);
      if (waitMs <= patienceMs) bucket.fullAt = fullAt;
      return waitMs;
    },
    block(account: string, forMs: number): void {
      const bucket = bucketOf(account);
      bucket.blockedUntil = Math.max(bucket.blockedUntil, clock.now() + Math.min(forMs, blockedMaxMs));
    },
  };
}
export type Pace = ReturnType<typeof createPace>;

function forgetIdle(buckets: Map<string, Bucket>, now: number): void {
  for (const [account, { fullAt, blockedUntil }] of buckets)
    if (fullAt <= now && blockedUntil <= now) buckets.delete(account);
}
