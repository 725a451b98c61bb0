export { ensureTopology } from './ensure-topology.ts';
export { createInstanceSubscriptions, type InstanceSubscriptions } from './instance-subscriptions.ts';
export { createPubSubPublisher, type PubSubPublisher, type PubSubPublisherOptions } from './pubsub-publisher.ts';
export { type PushedConsumer, type PushSubscription, type TopologyOptions, topologyOf } from './topology.ts';
