import type { Clock } from '@intexuraos/kernel';
import { type Rate, RateLimiter } from './rate-limiter.ts';

export interface QuotaAnswer {
  readonly allowed: boolean;
  /** 0 when allowed. */
  readonly retryAfterSeconds: number;
}

/** How much one person may ask for, by the name that an endpoint gives in `quota`. */
export interface Quota {
  take(userId: string, name: string): Promise<QuotaAnswer>;
}

const allowed: QuotaAnswer = { allowed: true, retryAfterSeconds: 0 };

/** Counts in this process. A name without a rate is not limited. */
export function createQuota(rates: Readonly<Record<string, Rate>>, clock: Clock): Quota {
  const limiters = new Map(Object.entries(rates).map(([name, rate]) => [name, new RateLimiter(rate, clock)]));
  return {
    take: async (userId, name) => {
      const waitMs = limiters.get(name)?.take(userId) ?? 0;
      return waitMs === 0 ? allowed : { allowed: false, retryAfterSeconds: Math.ceil(waitMs / 1000) };
    },
  };
}
