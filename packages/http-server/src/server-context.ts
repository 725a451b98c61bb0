import type { Clock, Logger, Random } from '@intexuraos/kernel';
import type { Authenticator } from './authentication/authenticator.ts';
import type { EventStreams } from './streams/event-streams.ts';

/** What all handlers of one server share. */
export interface ServerContext {
  readonly authenticator: Authenticator;
  readonly log: Logger;
  readonly clock: Clock;
  readonly random: Random;
  readonly streams: EventStreams;
}
