import { type Clock, type Random, systemClock, systemRandom } from '@intexuraos/kernel';
import type { PublicAgents } from '@intexuraos/public-web';
import type { RawCall } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { attempts } from './attempts.ts';
import { createBulkhead } from './bulkhead.ts';
import { createOutside } from './outside.ts';
import { createPace } from './pace.ts';
import type { Performed, Wish } from './wish.ts';

export interface OperationsSettings {
  readonly agents: PublicAgents;
  /** Hosts at private addresses that the operator allows, by the name of the connector that alone may ask them. */
  readonly privateHosts?: Readonly<Record<string, readonly string[]>>;
  /** Where a platform's API is instead of its own address, by the connector's name. From the configuration only. */
  readonly apiUrls?: Readonly<Record<string, string>>;
  /** For one wish with all its tries, where the operation needs no patience. 25 s unless said. */
  readonly deadlineMs?: number;
  /** For one try, likewise. 10 s unless said. */
  readonly attemptMs?: number;
  readonly attemptsMax?: number;
  /** Before the second try, doubled with each further one; the wait is a random part of it. */
  readonly backoffMs?: number;
  /** Calls of one platform at once. */
  readonly callsMax?: number;
  readonly clock?: Clock;
  readonly random?: Random;
}

export interface Operations {
  /** Does it, once, and says how it ended; never rejects for what a platform or a network does. */
  perform(wish: Wish): Promise<Performed>;
}

/** What is the same for every operation of every platform: pace, bulkhead, deadline, tries, the honest outcome. */
export function createOperations(settings: OperationsSettings): Operations {
  const { deadlineMs = 25_000, attemptMs = 10_000, attemptsMax = 3, backoffMs = 300, callsMax = 64 } = settings;
  const { clock = systemClock, random = systemRandom, apiUrls = {}, agents, privateHosts = {} } = settings;
  const pace = createPace(clock);
  const bulkhead = createBulkhead(callsMax);

  return {
    async perform(wish) {
      const leave = bulkhead.enter(wish.connector.name);
      if (leave === null) return crowded(wish);
      const { patience } = wish.bound;
      const endsAt = clock.now() + deadlineMs * patience;
      const timeout = AbortSignal.timeout(deadlineMs * patience);
      const signal = AbortSignal.any([...(wish.signal ? [wish.signal] : []), timeout]);
      const ways = agents.allowing(privateHosts[wish.connector.name] ?? []);
      const callWith = (credentials: unknown): RawCall => {
        const tryEndsAt = Math.min(endsAt, clock.now() + attemptMs * patience);
        const remainingMs = () => tryEndsAt - clock.now();
        return {
          credentials,
          settings: wish.account.settings,
          key: wish.key,
          apiUrl: apiUrls[wish.connector.name] ?? wish.connector.apiUrl,
          outside: createOutside(ways, { remainingMs, signal }),
          signal,
          remainingMs,
          now: clock.now,
        };
      };
      try {
        return await attempts(wish, { pace, clock, random, attemptsMax, backoffMs, endsAt, callWith });
      } finally {
        leave();
      }
    },
  };
}

function crowded({ connector, bound, began }: Wish): Performed {
  const { code, message, meaning } = new ConnectorError('RATE_LIMITED', `too many calls of ${connector.title} at once`);
  const failure = { code, message, retryable: meaning.again, retryAfterMs: 1_000 };
  return { outcome: began && bound.effect === 'change' ? 'unknown' : 'not_executed', failure, attempts: 0 };
}
