import { cloudTopics, instanceSubscriptions, pushSubscriptions } from './pubsub.ts';
import { cloudServices } from './services.ts';
import { cloudVariables } from './variables.ts';

export interface Grant {
  /** An account of ours by its short name, or Pub/Sub's own agent. */
  readonly account: string;
  readonly role: string;
  /** What it is granted on; never more than what is needed. */
  readonly on: string;
  readonly why: string;
}

const pubsubAgent = 'service-PROJECT_NUMBER@gcp-sa-pubsub';
const everywhere = () => 'https://service.test';

const storing = (): readonly Grant[] =>
  cloudServices.map(({ name }) => ({
    account: name,
    role: 'roles/datastore.user',
    on: 'the project',
    why: 'reads and writes its documents',
  }));

const publishing = (): readonly Grant[] =>
  cloudTopics().flatMap(({ topic, publishers }) =>
    publishers.map((account) => ({
      account,
      role: 'roles/pubsub.publisher',
      on: `topic \`${topic.name}\``,
      why: `publishes \`${topic.event}\``,
    })),
  );

const readingSecrets = (): readonly Grant[] =>
  cloudServices.map(({ name }) => ({
    account: name,
    role: 'roles/secretmanager.secretAccessor',
    on: `the secrets ${secretsOf(name).join(', ')}`,
    why: 'gets them as variables',
  }));

const secretsOf = (service: string): readonly string[] =>
  cloudVariables()
    .filter(({ isSecret, services, setting }) => isSecret && services.includes(service) && setting === 'must be set')
    .map(({ name }) => `\`${name}\``);

const subscribingAsInstance = (): readonly Grant[] =>
  instanceSubscriptions().flatMap(({ service: account, topic, name }) => [
    {
      account,
      role: 'roles/pubsub.subscriber',
      on: `topic \`${topic.name}\``,
      why: `each instance attaches a subscription \`${name}-…\` to it`,
    },
    {
      account,
      role: 'a role of yours with pubsub.subscriptions.create, .consume, .delete',
      on: 'the project',
      why: 'makes, reads and deletes the subscriptions of its instances',
    },
  ]);

const givingUp = (): readonly Grant[] =>
  pushSubscriptions(everywhere).flatMap(({ name, deadLetterTopic }) => [
    {
      account: pubsubAgent,
      role: 'roles/pubsub.subscriber',
      on: `subscription \`${name}\``,
      why: 'takes a message off that is given up',
    },
    {
      account: pubsubAgent,
      role: 'roles/pubsub.publisher',
      on: `topic \`${deadLetterTopic}\``,
      why: 'puts it there; without both nothing is given up, silently',
    },
  ]);

/** Every role that somebody needs, service by service. No account has a key or a role on the whole project but for documents. */
export const cloudGrants = (): readonly Grant[] => [
  ...storing(),
  ...readingSecrets(),
  ...publishing(),
  ...subscribingAsInstance(),
  {
    account: 'user-service',
    role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
    on: 'the key `INTEXURAOS_VAULT_KMS_KEY`',
    why: 'seals people’s keys',
  },
  {
    account: pubsubAgent,
    role: 'roles/iam.serviceAccountTokenCreator',
    on: 'account `pubsub-push`',
    why: 'signs the tokens of pushes',
  },
  ...givingUp(),
];
