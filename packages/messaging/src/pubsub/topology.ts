import type { Topic } from '@intexuraos/contracts';
import { deliveriesMax } from '../messaging.ts';

/** A consumer as it is declared beside its handler: `spec` of http-server's subscription routes is one. */
export interface PushedConsumer {
  readonly name: string;
  readonly topic: Topic<object>;
  /** Where Pub/Sub pushes to, below the service's address. */
  readonly path: string;
}

export interface TopologyOptions {
  /** The address of the service that serves the consumers. */
  readonly pushBaseUrl: string;
  /** The account that Pub/Sub pushes as, and the audience of its tokens. */
  readonly oidc?: { readonly serviceAccountEmail: string; readonly audience: string };
  /** Topic ids by event type, where they are not the ones that the topics declare. */
  readonly topicNames?: Readonly<Record<string, string>>;
}

export interface PushSubscription {
  readonly name: string;
  readonly topic: string;
  /** What was given up goes there, and stays in a pull subscription of the same name. */
  readonly deadLetterTopic: string;
  readonly pushEndpoint: string;
  readonly oidc: TopologyOptions['oidc'] | null;
  /** Longer than any handler takes: a push that is not answered in time is repeated while the first is at work. */
  readonly ackDeadlineSeconds: number;
  readonly minimumBackoffSeconds: number;
  readonly maximumBackoffSeconds: number;
  readonly maxDeliveryAttempts: number;
}

const policy = {
  ackDeadlineSeconds: 60,
  minimumBackoffSeconds: 10,
  maximumBackoffSeconds: 600,
  maxDeliveryAttempts: deliveriesMax,
};

/** The topics and subscriptions that the consumers need, as data: for `ensureTopology`, for Terraform, for operators. */
export function topologyOf(
  consumers: readonly PushedConsumer[],
  { pushBaseUrl, oidc, topicNames = {} }: TopologyOptions,
): readonly PushSubscription[] {
  return consumers.map(({ name, topic, path }) => ({
    name,
    topic: topicNames[topic.event] ?? topic.name,
    deadLetterTopic: `${name}-dead`,
    pushEndpoint: new URL(path, pushBaseUrl).href,
    oidc: oidc ?? null,
    ...policy,
  }));
}
