import type { Topic } from '@intexuraos/contracts';

/**
 * The messaging ports: at-least-once, unordered, redelivered with growing pauses until acknowledged.
 * Implementations: `memory/`, `embedded/` (durable, in the same SQLite file as the store), `pubsub/`;
 * `messaging.contract.ts` is what they all promise.
 */
export interface Publisher {
  /**
   * Resolves when the message is accepted: it will be delivered at least once to each subscription of the topic.
   * Throws `AppError('UNAVAILABLE')` otherwise; the message may then have been accepted all the same.
   */
  publish<E extends object>(topic: Topic<E>, event: E): Promise<void>;
}

/** An event on its way. */
export interface Message {
  readonly topic: Topic<object>;
  readonly event: object;
}

export const messageOf = <E extends object>(topic: Topic<E>, event: E): Message => ({ topic, event });

/** A message that failed so often is given up, whoever carries it. */
export const deliveriesMax = 10;

/** What a handler wants to be done with the message. */
export type Verdict = 'ack' | 'retry';

export interface Delivery {
  /** The decoded JSON, not validated yet; or, with `typedBy`, an event as it was published in this very process. */
  readonly data: unknown;
  /** The topic whose type `data` has: it never left the process, so the compiler has checked what a schema would. */
  readonly typedBy?: Topic<object>;
  readonly messageId: string;
  /** From 1; undefined where the carrier does not count. */
  readonly attempt?: number;
}

/** One consumer of one topic: `subscription()` in http-server makes these, a carrier delivers to them. */
export interface Consumer {
  /** The subscription's own name, e.g. `actions-queue`. */
  readonly name: string;
  readonly topic: Topic<object>;
  /** Whether an event of this topic is any of its business; what is not need not be delivered. All are, unless said. */
  wants?(event: object): boolean;
  /** Never throws: an error inside is `retry`. */
  deliver(delivery: Delivery): Promise<Verdict>;
}

/** A carrier that calls consumers itself (memory, embedded). Pub/Sub pushes over HTTP instead. */
export interface Carrier extends Publisher {
  /** From now on `consumer` gets every message published to its topic, also those that waited since the last run. */
  attach(consumer: Consumer): void;
  /** Messages given up after too many attempts, newest first, at most `limit`. */
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  /** No new deliveries; resolves when those under way have ended. */
  drain(): Promise<void>;
}

export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly topic: string;
  readonly data: unknown;
  readonly attempts: number;
  readonly failedAt: number;
}
