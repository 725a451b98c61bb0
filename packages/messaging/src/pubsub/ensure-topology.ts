import type { CreateSubscriptionOptions, PubSub, Topic } from '@google-cloud/pubsub';
import { type PushedConsumer, type PushSubscription, type TopologyOptions, topologyOf } from './topology.ts';

/**
 * Creates the topics and push subscriptions that `consumers` need, and corrects those that exist; may be called again
 * at each deployment. Beyond this the project's Pub/Sub service agent needs, for dead letters, to publish on the
 * dead-letter topics and to subscribe on the subscriptions: without both grants nothing is given up, silently.
 */
export async function ensureTopology(
  pubsub: PubSub,
  consumers: readonly PushedConsumer[],
  options: TopologyOptions,
): Promise<readonly PushSubscription[]> {
  const subscriptions = topologyOf(consumers, options);
  // One after the other: two consumers of one topic would race to create it.
  for (const subscription of subscriptions) await ensureSubscription(pubsub, subscription);
  return subscriptions;
}

async function ensureSubscription(pubsub: PubSub, wanted: PushSubscription): Promise<void> {
  const [topic] = await pubsub.topic(wanted.topic).get({ autoCreate: true });
  const [deadLetters] = await pubsub.topic(wanted.deadLetterTopic).get({ autoCreate: true });
  await ensure(deadLetters, wanted.deadLetterTopic, {});
  await ensure(topic, wanted.name, {
    pushConfig: pushConfigOf(wanted),
    ackDeadlineSeconds: wanted.ackDeadlineSeconds,
    retryPolicy: {
      minimumBackoff: { seconds: wanted.minimumBackoffSeconds },
      maximumBackoff: { seconds: wanted.maximumBackoffSeconds },
    },
    deadLetterPolicy: { deadLetterTopic: deadLetters.name, maxDeliveryAttempts: wanted.maxDeliveryAttempts },
  });
}

/** A subscription without traffic is deleted after 31 days, unless its policy is there and has no `ttl`. */
const neverExpires = { expirationPolicy: {} };

function pushConfigOf({ pushEndpoint, oidc }: PushSubscription) {
  return { pushEndpoint, ...(oidc === null ? {} : { oidcToken: { ...oidc } }) };
}

async function ensure(topic: Topic, name: string, options: CreateSubscriptionOptions): Promise<void> {
  const subscription = topic.subscription(name);
  const [exists] = await subscription.exists();
  if (!exists) await topic.createSubscription(name, { ...neverExpires, ...options });
  else if (Object.keys(options).length > 0) await subscription.setMetadata(options);
}
