import { type Message, PubSub, type Subscription, type Topic } from '@google-cloud/pubsub';
import type { Logger } from '@intexuraos/kernel';
import { deliverOnce } from '../deliver-once.ts';
import type { Consumer } from '../messaging.ts';

/** Subscriptions of this one instance, so that it gets every message and not one in n, as a shared one would give it. */
export interface InstanceSubscriptions {
  /** Resolves when `consumer` gets all that is published from now on. Throws when the topic or the right is missing. */
  attach(consumer: Consumer): Promise<void>;
  /** Deletes the subscriptions. What an instance that was killed leaves behind, Pub/Sub deletes after a day. */
  close(): Promise<void>;
}

export interface InstanceSubscriptionsOptions {
  readonly projectId: string;
  /** Names this instance and no other, in letters, digits and dashes. */
  readonly instance: string;
  /** Topic ids by event type, where they are not the ones that the topics declare. */
  readonly topicNames?: Readonly<Record<string, string>>;
  readonly log: Logger;
  /** The pause before a subscription that broke is made again; 5,000 unless said. */
  readonly pauseMs?: number;
}

/** The shortest lives that Pub/Sub allows: a day without a reader, ten minutes for a message. */
const passing = {
  expirationPolicy: { ttl: { seconds: 86_400 } },
  messageRetentionDuration: { seconds: 600 },
  ackDeadlineSeconds: 10,
};

export function createInstanceSubscriptions(options: InstanceSubscriptionsOptions): InstanceSubscriptions {
  const { instance, topicNames = {}, log, pauseMs = 5_000 } = options;
  const pubsub = new PubSub({ projectId: options.projectId });
  const open = new Map<string, Subscription>();
  const timers = new Set<NodeJS.Timeout>();
  const creating = new Set<Promise<unknown>>();
  let closed = false;

  async function attach(consumer: Consumer): Promise<void> {
    const topic = pubsub.topic(topicNames[consumer.topic.event] ?? consumer.topic.name);
    const made = create(topic, `${consumer.name}-${instance}`);
    creating.add(made);
    const subscription = await made.finally(() => creating.delete(made));
    open.set(consumer.name, subscription);
    if (closed) return;
    subscription.on('message', (message) => void deliver(consumer, message));
    subscription.on('error', (err) => mend(consumer, err));
  }

  /** It may have been deleted under us, or the connection was refused for good: the client has given up by now. */
  function mend(consumer: Consumer, err: unknown): void {
    if (closed) return;
    log.error({ subscription: consumer.name, instance, err }, 'a subscription of this instance broke');
    open.get(consumer.name)?.removeAllListeners();
    const timer = setTimeout(() => {
      timers.delete(timer);
      attach(consumer).catch((error: unknown) => mend(consumer, error));
    }, pauseMs);
    timers.add(timer);
  }

  async function remove(subscription: Subscription): Promise<void> {
    await subscription.close();
    await subscription.delete().catch((err: unknown) => {
      log.warn({ instance, err }, 'a subscription of this instance stays until it expires');
    });
  }

  return {
    attach,
    async close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.allSettled(creating);
      await Promise.all([...open.values()].map(remove));
      await pubsub.close();
    },
  };
}

const alreadyExists = 6;

async function create(topic: Topic, name: string): Promise<Subscription> {
  try {
    const [subscription] = await topic.createSubscription(name, passing);
    return subscription;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === alreadyExists) return topic.subscription(name);
    throw error;
  }
}

async function deliver(consumer: Consumer, message: Message): Promise<void> {
  const verdict = await deliverOnce(consumer, {
    data: dataOf(message),
    messageId: message.id,
    attempt: message.deliveryAttempt,
  });
  if (verdict === 'ack') message.ack();
  else message.nack();
}

/** What is no JSON goes on as undefined: the consumer's schema refuses it, and a record of it is kept. */
function dataOf({ data }: Message): unknown {
  try {
    return JSON.parse(data.toString('utf8'));
  } catch {
    return undefined;
  }
}
