import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../../tree/root.ts';
import { sourceFiles } from '../../tree/source-files.ts';
import { cloudGrants } from './grants.ts';
import { cloudTopics, instanceSubscriptions, pushSubscriptions } from './pubsub.ts';
import { cloudJobs } from './schedule.ts';
import { cloudServices } from './services.ts';
import { cloudVariables } from './variables.ts';

test('every app that starts in the cloud is among the services', () => {
  const mains = sourceFiles(['ts']).filter((file) => /^apps\/[^/]+\/src\/main\.ts$/.test(file));
  const inCloud = mains.filter((file) => readFileSync(join(root, file), 'utf8').includes('cloudProgram('));
  const names = inCloud.map((file) => file.split('/')[1] ?? '');
  expect(cloudServices.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test('actions-agent does not start without the thirteen variables of its first version', () => {
  const required = cloudVariables()
    .filter(({ services, setting }) => services.includes('actions-agent') && setting === 'must be set')
    .map(({ name }) => name.replace('INTEXURAOS_', ''));
  const neighbours = ['RESEARCH', 'COMMANDS', 'TODOS', 'NOTES', 'BOOKMARKS', 'CALENDAR', 'LINEAR'];
  expect(required).toEqual(
    expect.arrayContaining([
      ...neighbours.map((name) => `${name}_AGENT_URL`),
      'USER_SERVICE_URL',
      'INTERNAL_AUTH_TOKEN',
      'GCP_PROJECT_ID',
      'WEB_APP_URL',
      'PUBSUB_ACTIONS_QUEUE',
      'PUBSUB_WHATSAPP_SEND',
    ]),
  );
});

test('people are limited in the cloud unless an operator says otherwise', () => {
  const settings = new Map(cloudVariables().map(({ name, setting }) => [name.replace('INTEXURAOS_', ''), setting]));
  const limits = ['MUTATIONS_PER_MINUTE', 'EXECUTIONS_PER_MINUTE', 'ASKS_PER_HOUR', 'CLASSIFICATIONS_PER_HOUR'];
  expect(limits.map((name) => settings.get(name))).toEqual(['`60`', '`20`', '`30`', '`60`'].map((n) => `default ${n}`));
});

test('secrets are known as such, also where they may be left out', () => {
  const secrets = cloudVariables().filter(({ isSecret }) => isSecret);
  expect(secrets.map(({ name }) => name.replace('INTEXURAOS_', ''))).toEqual(
    expect.arrayContaining(['INTERNAL_AUTH_TOKEN', 'BUTTON_SECRET', 'WHATSAPP_ACCESS_TOKEN']),
  );
});

test('each topic that is read is published to, and each push goes to a path of its own', () => {
  const unpublished = cloudTopics().filter(({ publishers }) => publishers.length === 0);
  const paths = pushSubscriptions((service) => `https://${service}.test`).map(({ pushEndpoint }) => pushEndpoint);
  expect({ unpublished, paths: new Set(paths).size }).toEqual({ unpublished: [], paths: paths.length });
});

test('what feeds open streams goes to each instance, and is pushed to none', () => {
  expect(instanceSubscriptions().map(({ name }) => name)).toEqual(['action-changed-stream']);
});

test('all sweeps are called by the clock', () => {
  const sweeps = cloudJobs().filter(({ schedule }) => schedule !== null);
  expect(sweeps.map(({ path }) => path)).toEqual([
    '/internal/actions/retry-pending',
    '/internal/commands/retry-pending',
    '/internal/whatsapp/retry-pending',
    '/internal/workspace/retry-pending',
    '/internal/operations/retry-pending',
  ]);
});

test('nobody gets a role on the whole project but for documents and the subscriptions of instances', () => {
  const wide = cloudGrants().filter(({ on }) => on === 'the project');
  expect(new Set(wide.map(({ role }) => role))).toEqual(
    new Set(['roles/datastore.user', 'a role of yours with pubsub.subscriptions.create, .consume, .delete']),
  );
});
