import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emails, secrets, startToyServer, type ToyServer } from '../testing/start-toy-server.ts';
import { type OperatorClaim, userTokenVerifier } from './user-token.ts';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer({ corsOrigins: ['https://app.example'] });
});
afterAll(() => server.close());

const look = (headers: Readonly<Record<string, string>>) => server.call({ path: '/broken-toys', headers });

test('a person whose token bears the right is let in', async () => {
  const reply = await look(await server.user({ sub: 'olga', scope: 'openid operate profile' }));
  expect([reply.status, reply.json]).toEqual([200, { success: true, data: { operator: 'olga' } }]);
});

test.each<[string, object]>([
  ['no such claim', {}],
  ['other rights', { scope: 'openid profile' }],
  ['a right that begins like it', { scope: 'operate:nothing' }],
  ['the right in capitals', { scope: 'OPERATE' }],
  ['true instead of a right', { scope: true }],
  ['an object', { scope: { operate: true } }],
  ['the right in another claim', { roles: ['operate'] }],
])('403 for a person with %s, and nothing happens', async (_, claims) => {
  server.toy.handled.length = 0;
  const reply = await look(await server.user(claims));
  expect([reply.status, reply.code, server.toy.handled]).toEqual([403, 'FORBIDDEN', []]);
});

test('neither services nor Google’s accounts are operators, and what is no token is 401', async () => {
  const push = await server.account('push', { email: emails.push, scope: 'operate' });
  expect((await look({ 'x-internal-auth': secrets.current })).status).toBe(401);
  expect((await look(push)).status).toBe(401);
  expect((await look({})).status).toBe(401);
});

test('an operator is a person too, and a page may ask', async () => {
  const headers = { ...(await server.user({ scope: 'operate' })), origin: 'https://app.example' };
  expect((await server.call({ path: '/toys', headers })).status).toBe(200);
  expect((await look(headers)).headers['access-control-allow-origin']).toBe('https://app.example');
});

test.each<[OperatorClaim, object, boolean]>([
  [{ name: 'permissions', value: 'operate' }, { permissions: ['read', 'operate'] }, true],
  [{ name: 'https://app.example/roles', value: 'operator' }, { 'https://app.example/roles': ['operator'] }, true],
  [{ name: 'roles', value: 'operator' }, { roles: [['operator']] }, false],
  [{ name: 'constructor', value: 'operator' }, {}, false],
])('with %j, %j is an operator: %s', async (operator, claims, isOperator) => {
  const { issuer, jwksUrl } = server.people;
  const verify = userTokenVerifier(
    { issuer, audience: 'api', jwks: jwksUrl, algorithms: ['RS256'], operator },
    server.clock,
  );
  const token = await server.people.mint({ aud: 'api', sub: 'olga', ...claims });
  expect(await verify(token)).toEqual({ userId: 'olga', isOperator });
});
