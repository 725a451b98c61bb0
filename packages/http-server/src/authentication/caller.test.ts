import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emails, secrets, startToyServer, type ToyServer } from '../testing/start-toy-server.ts';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer({ corsOrigins: ['https://app.example'] });
});
afterAll(() => server.close());

const lend = (headers: Readonly<Record<string, string>>, body: object = {}) =>
  server.call({ method: 'POST', path: '/lend-toy', headers, body });

test('a person is let in as themselves', async () => {
  const reply = await lend(await server.user({ sub: 'anna' }));
  expect([reply.status, reply.json]).toEqual([200, { to: 'anna' }]);
});

test('a service is let in with the internal secret, and with its own Google account', async () => {
  expect((await lend({ 'x-internal-auth': secrets.current })).status).toBe(200);
  const byGoogle = await lend(await server.account('service', { email: emails.service }));
  expect([byGoogle.status, byGoogle.json]).toEqual([200, { to: emails.service }]);
});

test('a wrong secret is not made good by a person’s token beside it', async () => {
  expect((await lend({ ...(await server.user()), 'x-internal-auth': 'wrong' })).status).toBe(401);
});

test.each<['push' | 'scheduler', string]>([
  ['push', emails.push],
  ['scheduler', emails.scheduler],
])('Google’s account for %s is neither', async (group, email) => {
  const reply = await lend(await server.account(group, { email }));
  expect(reply.status).toBeGreaterThanOrEqual(401);
  expect(reply.status).toBeLessThanOrEqual(403);
});

test('a page may ask', async () => {
  const reply = await lend({ ...(await server.user()), origin: 'https://app.example' });
  expect(reply.headers['access-control-allow-origin']).toBe('https://app.example');
});

test('who is turned away is told so in the wire format of the endpoint', async () => {
  const refused = await lend({});
  const error = { code: 'UNAUTHORIZED', message: expect.any(String) };
  expect([refused.status, refused.json]).toEqual([
    401,
    { status: 'error', error, request_id: refused.headers['x-request-id'] },
  ]);
  const invalid = await lend(await server.user(), { colour: 'red' });
  expect([invalid.status, invalid.json]).toMatchObject([
    422,
    { status: 'error', error: { code: 'VALIDATION_FAILED' } },
  ]);
});
