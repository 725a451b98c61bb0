import { composeActionsAgent, publishes as publishedByAgent } from '@intexuraos/actions-agent/compose';
import { readActionsAgentConfig } from '@intexuraos/actions-agent/config';
import type { Service } from '@intexuraos/http-server';
import { type PushSubscription, topologyOf } from '@intexuraos/messaging/pubsub';
import { unusedPlatform } from '@intexuraos/platform/unused-platform';
import { createPushForwarder, createSeededRandom, type FaultPlan, type Push } from '@intexuraos/testing';
import { composeWhatsAppService, publishes as publishedByWhatsApp } from '@intexuraos/whatsapp-service/compose';
import { readWhatsAppConfig } from '@intexuraos/whatsapp-service/config';
import type { Variables } from '../process.ts';
import type { Addresses } from './addresses.ts';
import type { Emulators } from './emulators.ts';
import { accounts, type Issuers } from './issuers.ts';

export interface PubSubOptions {
  readonly projectId: string;
  readonly emulators: Emulators;
  readonly issuers: Issuers;
  readonly addresses: Addresses;
  readonly variables: Variables;
  readonly faults: FaultPlan;
}

/** Pub/Sub as the services know it. */
export interface PubSub {
  /** Their full names. */
  readonly subscriptions: readonly string[];
  /** Every push so far, with how it was answered. */
  pushes(): readonly Push[];
  /** Resolves when there is nothing to push. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Makes what `infra/pubsub.sh` makes: every topic, and a push for each subscription, signed as Google signs it. */
export async function startPubSub(options: PubSubOptions): Promise<PubSub> {
  const { variables, addresses, projectId } = options;
  const topics = new Set([...publishedByAgent, ...publishedByWhatsApp].map(({ name }) => name));
  for (const topic of topics) await createTopic(options, topic);
  const agent = composeActionsAgent(readActionsAgentConfig(variables), unusedPlatform);
  const whatsapp = composeWhatsAppService(readWhatsAppConfig(variables), unusedPlatform);
  const services = [
    { address: addresses['actions-agent'], targets: pushesTo(agent, addresses['actions-agent']) },
    { address: addresses['whatsapp-service'], targets: pushesTo(whatsapp, addresses['whatsapp-service']) },
  ];
  const forwarders = await Promise.all(services.map((service) => forward(service, options)));
  return {
    subscriptions: services.flatMap(({ targets }) =>
      targets.map(({ name }) => `projects/${projectId}/subscriptions/${name}`),
    ),
    pushes: () => forwarders.flatMap(({ pushes }) => pushes),
    idle: async () => void (await Promise.all(forwarders.map((forwarder) => forwarder.idle()))),
    close: async () => void (await Promise.all(forwarders.map((forwarder) => forwarder.close()))),
  };
}

async function createTopic({ emulators, projectId }: PubSubOptions, name: string): Promise<void> {
  const url = `http://${emulators.pubsub}/v1/projects/${projectId}/topics/${name}`;
  const answer = await fetch(url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' });
  if (!answer.ok) throw new Error(`${url} was answered ${answer.status}`);
}

const pushesTo = ({ routes }: Service, address: string): readonly PushSubscription[] => {
  const specs = routes.filter((route) => route.kind === 'subscription').map(({ spec }) => spec);
  return topologyOf(
    specs.filter(({ fanOut }) => fanOut !== true),
    { pushBaseUrl: address },
  );
};

const forward = (
  { address, targets }: { readonly address: string; readonly targets: readonly PushSubscription[] },
  { emulators, projectId, issuers, faults }: PubSubOptions,
) =>
  createPushForwarder({
    emulatorHost: emulators.pubsub,
    projectId,
    targets,
    oidc: { issuer: issuers.google, email: accounts.push, audience: address },
    faults,
    random: createSeededRandom(1),
    // A service that is being started again must not cost a message all its attempts: a service gives up at the tenth,
    // which comes after some 20 s here, and after more than an hour in the cloud.
    backoff: { firstMs: 50, maxMs: 10_000 },
    maxAttempts: 1_000,
  });
