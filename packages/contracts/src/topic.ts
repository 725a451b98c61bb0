import type { z } from 'zod';

/** A kind of event and the Pub/Sub topic that carries it. */
export interface Topic<E extends object> {
  /** The event's own `type`, past tense: `action.created`. */
  readonly event: string;
  /** The default topic id; a variable may rename it in the cloud. */
  readonly name: string;
  /** The environment variable that names the topic. */
  readonly variable: string;
  readonly schema: z.ZodType<E>;
}

export function defineTopic<E extends object>(topic: Topic<E>): Topic<E> {
  return topic;
}
