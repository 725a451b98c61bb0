import { PubSub, type Topic as PubSubTopic } from '@google-cloud/pubsub';
import { AppError } from '@intexuraos/kernel';
import type { Publisher } from '../messaging.ts';

export interface PubSubPublisherOptions {
  readonly projectId: string;
  /** Topic ids by event type, where they are not the ones that the topics declare. */
  readonly topicNames?: Readonly<Record<string, string>>;
  /** How long one `publish` may take, all retries of the client included. */
  readonly deadlineMs: number;
}

export interface PubSubPublisher extends Publisher {
  /** Lets go of the connections. */
  close(): Promise<void>;
}

/** Publishes each message by itself and at once, with its event type as the attribute `type`. */
export function createPubSubPublisher({
  projectId,
  topicNames = {},
  deadlineMs,
}: PubSubPublisherOptions): PubSubPublisher {
  const pubsub = new PubSub({ projectId });
  const topics = new Map<string, PubSubTopic>();

  function topicOf(event: string, declaredName: string): PubSubTopic {
    const known = topics.get(event);
    if (known !== undefined) return known;
    const name = topicNames[event] ?? declaredName;
    const topic = pubsub.topic(name, { batching: { maxMessages: 1 }, gaxOpts: callOptions(deadlineMs) });
    topics.set(event, topic);
    return topic;
  }

  return {
    async publish({ event: type, name }, event) {
      try {
        await within(deadlineMs, topicOf(type, name).publishMessage({ json: event, attributes: { type } }));
      } catch (cause) {
        throw new AppError('UNAVAILABLE', `The message ${type} could not be published`, { cause });
      }
    },
    close: () => pubsub.close(),
  };
}

/** The client retries for ten minutes unless told, long after the caller was told that it failed. */
function callOptions(deadlineMs: number) {
  const backoffSettings = {
    initialRetryDelayMillis: 100,
    retryDelayMultiplier: 2,
    maxRetryDelayMillis: 2_000,
    initialRpcTimeoutMillis: deadlineMs,
    rpcTimeoutMultiplier: 1,
    maxRpcTimeoutMillis: deadlineMs,
    totalTimeoutMillis: deadlineMs,
  };
  return { timeout: deadlineMs, retry: { backoffSettings } };
}

/** The client's own timeouts do not cover all that it does first, such as asking for a token. */
async function within<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
