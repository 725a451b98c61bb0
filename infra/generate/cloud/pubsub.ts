import type { Topic } from '@intexuraos/contracts';
import { type PushSubscription, topologyOf } from '@intexuraos/messaging/pubsub';
import { type CloudService, cloudServices } from './services.ts';

export interface TopicFacts {
  readonly topic: Topic<object>;
  readonly publishers: readonly string[];
}

export interface SubscriptionFacts extends PushSubscription {
  readonly service: string;
  readonly path: string;
  readonly summary: string;
}

/** A consumer of which each instance makes a subscription of its own. */
export interface InstanceSubscriptionFacts {
  readonly name: string;
  readonly service: string;
  readonly topic: Topic<object>;
  readonly summary: string;
}

const consumersOf = (service: CloudService) =>
  service.routes
    .filter((route) => route.kind === 'subscription')
    .map(({ spec: { name, topic, path, summary, fanOut = false } }) => ({
      name,
      topic,
      path,
      summary,
      fanOut,
      service,
    }));

const allConsumers = cloudServices.flatMap(consumersOf);

/** Every topic that somebody publishes to or reads. */
export function cloudTopics(): readonly TopicFacts[] {
  const topics = [...cloudServices.flatMap(({ publishes }) => publishes), ...allConsumers.map(({ topic }) => topic)];
  const byName = new Map(topics.map((topic) => [topic.name, topic]));
  return [...byName.values()].map((topic) => ({ topic, publishers: publishersOf(topic) }));
}

const publishersOf = ({ event }: Topic<object>) =>
  cloudServices.filter(({ publishes }) => publishes.some((topic) => topic.event === event)).map(({ name }) => name);

/** `addressOf` says where a service is, as far as the reader is concerned. */
export const pushSubscriptions = (addressOf: (service: string) => string): readonly SubscriptionFacts[] =>
  allConsumers
    .filter(({ fanOut }) => !fanOut)
    .flatMap(({ service: { name: service }, ...consumer }) =>
      topologyOf([consumer], { pushBaseUrl: addressOf(service) }).map((facts) => ({
        ...facts,
        ...consumer,
        topic: facts.topic,
        service,
      })),
    );

export const instanceSubscriptions = (): readonly InstanceSubscriptionFacts[] =>
  allConsumers
    .filter(({ fanOut }) => fanOut)
    .map(({ name, topic, summary, service }) => ({ name, topic, summary, service: service.name }));
