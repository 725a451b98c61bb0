import type { Collection } from '@intexuraos/storage';
import { firestoreIndexes } from '@intexuraos/storage/firestore';
import { findCollections } from '../find-collections.ts';
import { cloudGrants } from './grants.ts';
import { cloudTopics, instanceSubscriptions, pushSubscriptions } from './pubsub.ts';
import { cloudJobs } from './schedule.ts';
import { cloudVariables } from './variables.ts';

/** One thing that has to exist before the services run: what it is, its name, whose it is, how it is set, what for. */
type Row = readonly [kind: string, name: string, service: string, setting: string, meaning: string];

const heading: Row = ['what', 'name', 'service', 'setting', 'meaning'];
const code = (text: string) => `\`${text}\``;
const all = (names: readonly string[]) => names.join(', ');

/** All of it in one table, in the order in which it is made. */
export async function cloudTable(): Promise<string> {
  const collections = await findCollections();
  const rows = [
    ...topics(),
    ...subscriptions(),
    ...ownSubscriptions(),
    ...indexes(collections),
    ...lifetimes(collections),
    ...jobs(),
    ...grants(),
    ...variables(),
  ];
  const lines = [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`);
  return lines.join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replace(/\.$/, '');

const topics = (): readonly Row[] =>
  cloudTopics().map(({ topic: { name, variable, event }, publishers }) => [
    'topic',
    code(name),
    all(publishers),
    `another id by ${code(variable)}`,
    code(event),
  ]);

const subscriptions = (): readonly Row[] =>
  pushSubscriptions(() => 'https://service.test').map((pushed) => [
    'push subscription',
    code(pushed.name),
    pushed.service,
    `of ${code(pushed.topic)}, to ${code(pushed.path)}; ack deadline ${pushed.ackDeadlineSeconds} s; again after ${pushed.minimumBackoffSeconds} to ${pushed.maximumBackoffSeconds} s; after ${pushed.maxDeliveryAttempts} attempts to ${code(pushed.deadLetterTopic)}; never expires`,
    pushed.summary,
  ]);

const ownSubscriptions = (): readonly Row[] =>
  instanceSubscriptions().map(({ name, service, topic, summary }) => [
    'subscription of each instance',
    code(`${name}-<instance>`),
    service,
    `of ${code(topic.name)}, pulled; the instance makes and deletes it, and it expires after a day`,
    summary,
  ]);

/** An index per query and direction; single fields need one for themselves. */
function indexes(collections: readonly Collection<unknown>[]): readonly Row[] {
  const composite = collections.flatMap(({ name, indexes: declared }) =>
    declared.map((fields) => [name, fields] as const),
  );
  return composite.map(([name, fields]) => [
    fields.length > 1 ? 'composite index' : 'single-field index',
    `${code(name)}: ${fields.map(code).join(', ')}`,
    '',
    'the last field in both directions',
    'see `infra/firestore.indexes.json`',
  ]);
}

const lifetimes = (collections: readonly Collection<unknown>[]): readonly Row[] =>
  firestoreIndexes(collections)
    .fieldOverrides.filter(({ ttl }) => ttl === true)
    .map(({ collectionGroup, fieldPath }) => [
      'TTL policy',
      `${code(collectionGroup)}: ${code(fieldPath)}`,
      '',
      '',
      'documents that have had their time are deleted',
    ]);

const jobs = (): readonly Row[] =>
  cloudJobs().map(({ name, service, path, schedule, summary }) => [
    'scheduler job',
    code(name),
    service,
    `${code(`POST ${path}`)} ${schedule === null ? 'by hand' : code(schedule)}, body ${code('{}')}, OIDC as ${code('scheduler')}`,
    summary,
  ]);

const grants = (): readonly Row[] =>
  cloudGrants().map(({ account, role, on, why }) => [
    'role',
    role.startsWith('roles/') ? code(role) : role,
    account,
    `on ${on}`,
    why,
  ]);

const variables = (): readonly Row[] =>
  cloudVariables().map(({ name, services, setting, isSecret, meaning }) => [
    isSecret ? 'secret variable' : 'variable',
    code(name),
    all(services),
    setting,
    meaning,
  ]);
