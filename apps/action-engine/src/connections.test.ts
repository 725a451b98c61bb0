import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Served, serve } from './testing/serve.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const Added = z.object({ data: z.object({ connection: z.looseObject({ id: z.string() }) }) });
const entered = { platform: 'slack', label: 'work', credentials: { accessToken: 'canary-entered' } };

async function add(userId: string, body: object = entered): Promise<string> {
  const reply = await served.call('POST', '/connections', { userId, body });
  expect(reply.status).toBe(201);
  return Added.parse(reply.json).data.connection.id;
}

test('what is entered is connected, and never shown again', async () => {
  const id = await add('anna');
  const { text, json } = await served.call('GET', '/connections', { userId: 'anna' });
  expect(json).toMatchObject({
    data: { connections: [{ id, platform: 'slack', label: 'work', scopes: [], health: 'healthy', lastUsedAt: null }] },
  });
  expect(text).not.toContain('canary');
});

test.each<[string, object, object]>([
  ['credentials that lack something', { credentials: {} }, { path: 'credentials.accessToken' }],
  ['settings that the platform has not', { settings: { color: 'red' } }, { path: 'settings' }],
  ['an empty label', { label: ' ' }, { path: 'label' }],
])('%s: the problem stands beside the field, and holds no secret', async (_, differing, problem) => {
  const reply = await served.call('POST', '/connections', { userId: 'anna', body: { ...entered, ...differing } });
  expect([reply.status, reply.json]).toEqual([
    422,
    expect.objectContaining({ error: expect.objectContaining({ details: [expect.objectContaining(problem)] }) }),
  ]);
  expect(reply.text).not.toContain('canary');
});

test('a platform that there is not is named, with those that there are', async () => {
  const reply = await served.call('POST', '/connections', { userId: 'anna', body: { ...entered, platform: 'fax' } });
  expect([reply.status, reply.text]).toEqual([404, expect.stringContaining('slack')]);
});

test('a connection is renamed, entered anew, and removed with its secret', async () => {
  const id = await add('boris');
  const change = (body: object) => served.call('PATCH', `/connections/${id}`, { userId: 'boris', body });
  expect((await change({ label: 'home' })).json).toMatchObject({ data: { connection: { label: 'home' } } });
  expect((await change({ credentials: { accessToken: 'canary-anew' } })).text).not.toContain('canary');
  expect((await change({ credentials: { accessToken: '' } })).status).toBe(422);
  const remove = () => served.call('DELETE', `/connections/${id}`, { userId: 'boris' });
  expect((await remove()).json).toMatchObject({ data: { revoked: false } });
  expect((await remove()).status).toBe(404);
  expect((await served.call('GET', '/connections', { userId: 'boris' })).json).toMatchObject({
    data: { connections: [] },
  });
});

describe('D38: somebody else’s connection', () => {
  test.each(['PATCH', 'DELETE'])('%s is 404, as for one that there is not', async (method) => {
    const id = await add('chen');
    const body = method === 'PATCH' ? { label: 'mine' } : undefined;
    const ask = (of: string) => served.call(method, `/connections/${of}`, { userId: 'boris', ...(body && { body }) });
    expect((await ask(id)).status).toBe(404);
    expect((await ask('0b9d6bb5-2c0e-4f06-9a4e-3a1b4c6d7e8f')).status).toBe(404);
  });
});

test('a person learns how each platform is connected, which scopes it needs and why', async () => {
  const { json } = await served.call('GET', '/platforms', { userId: 'anna' });
  const slack = {
    name: 'slack',
    oauth: { isReady: true, scopes: [{ scope: 'chat:write', reason: expect.any(String) }] },
  };
  expect(json).toMatchObject({ data: { platforms: expect.arrayContaining([expect.objectContaining(slack)]) } });
});
