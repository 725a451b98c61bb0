import type { Clock, Logger, Random } from '@intexuraos/kernel';
import type { Authenticator } from './authentication/authenticator.ts';
import type { Undeliverable } from './define.ts';
import type { Quota } from './limits/quota.ts';
import type { RateLimiter } from './limits/rate-limiter.ts';
import type { RequestJournal } from './metrics/request-journal.ts';
import type { Origins } from './mount/cross-origin.ts';
import type { EventStreams } from './streams/event-streams.ts';

/** What all handlers of one server share. */
export interface ServerContext {
  readonly authenticator: Authenticator;
  readonly log: Logger;
  readonly clock: Clock;
  readonly random: Random;
  readonly streams: EventStreams;
  readonly journal: RequestJournal;
  readonly origins: Origins;
  /** Counts failed sign-ins by address. */
  readonly failures: RateLimiter;
  readonly quota: Quota | undefined;
  onUndeliverable(message: Undeliverable): Promise<void> | void;
}
