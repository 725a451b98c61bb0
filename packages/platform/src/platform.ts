import type { Clock, Logger, Random } from '@intexuraos/kernel';
import type { Message, Publisher } from '@intexuraos/messaging';
import type { CommitOutcome, Durability, Store, Write } from '@intexuraos/storage';

/** What a service stands on. `cloud.ts` and `local.ts` are the two ways to have it; the tests bring their own. */
export interface Platform {
  readonly store: Store;
  readonly publisher: Publisher;
  /** Only where store and queue are one. */
  readonly commitAndPublish?: CommitAndPublish;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly pace: Pace;
  /** Where Cloud Run guards our services: a Google ID token for an audience (a service's origin). */
  readonly identityToken?: (audience: string) => Promise<string>;
  /** `name:n` ends the process the n-th time it comes to that point; null: never. */
  crashPoint(at: string | null): (name: string) => void;
}

/** A commit of the store whose messages are published if its writes happen, and only then. */
export type CommitAndPublish = (
  writes: readonly Write[],
  durability: Durability,
  messages: readonly Message[],
) => Promise<CommitOutcome>;

/** What the surroundings allow a service to do in its own time. */
export interface Pace {
  /** Whether work may go on after the answer was sent. Cloud Run takes the processor away. */
  readonly worksAfterAnswer: boolean;
  /** How long a write that nobody waits for may wait for another one to ride on. */
  readonly markDelayMs: number;
  /** The same for what a message brought, which is not acknowledged meanwhile and takes up one of the consumer's slots. */
  readonly heardDelayMs: number;
}
