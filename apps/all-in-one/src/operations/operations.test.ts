import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@intexuraos/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createProcess, type Process } from '../reliability/testing/harness/process.ts';

const Local = z.object({ userId: z.string(), userToken: z.string(), internalAuthToken: z.string() });
const Letters = z.object({
  data: z.object({
    deadLetters: z.array(z.object({ id: z.string(), subscription: z.string(), canRedrive: z.boolean() })),
  }),
});
const Figures = z.object({ data: z.object({ total: z.object({ created: z.number() }) }) });

const dataDir = mkdtempSync(join(tmpdir(), 'operations-'));
let machine: Process;
beforeAll(async () => {
  const variables = { INTEXURAOS_DATA_DIR: dataDir, INTEXURAOS_SWEEP_MS: '600000' };
  machine = createProcess({ app: 'all-in-one', url: `http://127.0.0.1:${await freePort()}`, variables });
  await machine.start();
});
afterAll(async () => {
  await machine.kill();
  rmSync(dataDir, { recursive: true });
});

/** What the local person does: on their own machine they operate too. */
async function call(method: string, path: string, body?: object): Promise<Response> {
  const { userToken, internalAuthToken } = Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8')));
  return fetch(machine.url + path, {
    method,
    headers: {
      ...(path.startsWith('/internal')
        ? { 'x-internal-auth': internalAuthToken }
        : { authorization: `Bearer ${userToken}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

const letters = async () =>
  Letters.parse(await (await call('GET', '/operations/dead-letters')).json()).data.deadLetters;

/** A push that is no event of the subscription. */
const push = (path: string, subscription: string, event: object) =>
  call('POST', path, {
    subscription: `projects/local/subscriptions/${subscription}`,
    message: { messageId: 'm1', data: Buffer.from(JSON.stringify(event)).toString('base64') },
  });

test('what no service can read is there to be looked at, cannot be sent again, and goes when it is dismissed', async () => {
  expect((await push('/internal/actions/process', 'actions-queue', { type: 'action.created' })).status).toBe(204);
  const [letter] = await letters();
  expect(letter).toMatchObject({ subscription: 'actions-queue', canRedrive: true });
  const redrive = await call('POST', `/operations/dead-letters/${letter?.id}/redrive`);
  expect([redrive.status, await redrive.text()]).toEqual([409, expect.stringContaining('still is no action.created')]);
  expect((await call('DELETE', `/operations/dead-letters/${letter?.id}`)).status).toBe(200);
  expect(await letters()).toEqual([]);
});

test('what was counted is still known after the machine was stopped and started', async () => {
  const created = async () => Figures.parse(await (await call('GET', '/operations/figures')).json()).data.total.created;
  const before = await created();
  const wish = { userId: 'local-person', type: 'note', title: 'The plumber', confidence: 0.5 };
  const create = (commandId: string) => call('POST', '/internal/actions', { ...wish, commandId });
  expect((await create('test:1')).status).toBe(201);
  expect(await created()).toBe(before + 1);
  await machine.kill('SIGTERM');
  await machine.start();
  expect((await create('test:2')).status).toBe(201);
  expect(await created()).toBe(before + 2);
  await machine.kill('SIGTERM');
  await machine.start();
  expect(await created()).toBe(before + 2);
});

test('its person operates it, in each list', async () => {
  const paths = ['dead-letters', 'stuck', 'deliveries', 'figures'];
  const answers = await Promise.all(paths.map((path) => call('GET', `/operations/${path}`)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
});
