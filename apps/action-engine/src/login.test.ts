import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createManualClock } from '@intexuraos/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { type Served, serve } from './testing/serve.ts';

let served: Served;
const clock = createManualClock(Date.now());
beforeEach(async () => {
  served = await serve({ clock });
});
afterEach(() => served.close());

const password = 'canary correct horse battery';
const SignedIn = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.literal(3_600),
  refresh_token: z.string(),
  user_id: z.string(),
});

const addPerson = (body: object, by: object = { userId: 'olga', isOperator: true }) =>
  served.call('POST', '/users', { ...by, body: { user: 'ana@example.com', password, ...body } });
const signIn = (body: object) => served.call('POST', '/login', { body });
const signedIn = async (body: object) => SignedIn.parse((await signIn(body)).json);
const connectionsWith = (token: string) => served.call('GET', '/connections', { token });

test('somebody whom an operator let in signs in with a password, and the token opens every other door', async () => {
  expect((await addPerson({ user_id: 'ana' })).json).toEqual({ user_id: 'ana' });
  const answer = await signedIn({ user: 'Ana@Example.com', password });
  expect(answer.user_id).toBe('ana');
  expect(decodeJwt(answer.access_token)).toMatchObject({ sub: 'ana', aud: 'api' });
  expect((await connectionsWith(answer.access_token)).status).toBe(200);
  expect((await addPerson({ user: 'ben' }, { token: answer.access_token })).status).toBe(403);
});

test('an operator who signs in operates', async () => {
  await addPerson({ user_id: 'ana', operator: true });
  const { access_token: token } = await signedIn({ user: 'ana@example.com', password });
  expect((await addPerson({ user: 'ben' }, { token })).status).toBe(201);
});

test('a name and a user id are one person’s, and a short password is none', async () => {
  await addPerson({ user_id: 'ana' });
  expect((await addPerson({ user: 'ANA@example.com' })).status).toBe(409);
  expect((await addPerson({ user: 'other', user_id: 'ana' })).status).toBe(409);
  expect((await addPerson({ user: 'ben', password: 'short' })).status).toBe(422);
  expect((await addPerson({ user: 'ben' }, { userId: 'ben' })).status).toBe(403);
});

test('a wrong password and an unknown name are answered alike, and both are worked on', async () => {
  await addPerson({});
  const replies = [
    await signIn({ user: 'ana@example.com', password: 'wrong password' }),
    await signIn({ user: 'nobody', password: 'wrong password' }),
  ];
  const said = replies.map(({ status, text }) => [status, text.replace(/[\w-]{20,}/g, '')]);
  expect(said[0]).toEqual(said[1]);
  expect(said[0]?.[0]).toBe(401);
});

test('whoever keeps trying has to wait, also with the right password then', async () => {
  await addPerson({});
  for (let tries = 0; tries < 10; tries += 1) await signIn({ user: 'ana@example.com', password: `wrong ${tries}` });
  const reply = await signIn({ user: 'ana@example.com', password });
  expect([reply.status, Number(reply.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
});

describe('a refresh token', () => {
  test('gives new tokens once; a second time it ends the session, for the thief and for the owner', async () => {
    await addPerson({ user_id: 'ana' });
    const first = await signedIn({ user: 'ana@example.com', password });
    const second = await signedIn({ refresh_token: first.refresh_token });
    expect(second.user_id).toBe('ana');
    expect((await connectionsWith(second.access_token)).status).toBe(200);
    expect((await signIn({ refresh_token: first.refresh_token })).status).toBe(401);
    expect((await signIn({ refresh_token: second.refresh_token })).status).toBe(401);
    expect(JSON.stringify(served.log.entries)).toContain('a second time');
  });

  test('is taken once, also when it comes twice at the same moment', async () => {
    await addPerson({});
    const { refresh_token } = await signedIn({ user: 'ana@example.com', password });
    const replies = await Promise.all([1, 2, 3].map(() => signIn({ refresh_token })));
    expect(replies.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(replies.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(2);
  });

  test('that was made up is worth nothing', async () => {
    expect((await signIn({ refresh_token: 'a.b' })).status).toBe(401);
    expect((await signIn({ refresh_token: 'x' })).status).toBe(401);
  });
});

describe('signing out', () => {
  const signOut = (refresh_token: string) => served.call('POST', '/logout', { body: { refresh_token } });

  test('ends the session: its refresh token is worth nothing any more, and others go on', async () => {
    await addPerson({});
    const [here, there] = [
      await signedIn({ user: 'ana@example.com', password }),
      await signedIn({ user: 'ana@example.com', password }),
    ];
    expect((await signOut(here.refresh_token)).status).toBe(204);
    expect((await signIn({ refresh_token: here.refresh_token })).status).toBe(401);
    expect((await signIn({ refresh_token: there.refresh_token })).status).toBe(200);
  });

  test('with a token that is made up or over is answered alike, and ends nobody’s session', async () => {
    await addPerson({});
    const { refresh_token } = await signedIn({ user: 'ana@example.com', password });
    expect((await signOut(`${refresh_token.split('.')[0]}.made-up`)).status).toBe(204);
    expect((await signIn({ refresh_token })).status).toBe(200);
  });
});

describe('a new password', () => {
  const next = 'another horse, another battery';
  const change = (body: object) =>
    served.call('PUT', '/login/password', { body: { user: 'ana@example.com', password, new_password: next, ...body } });

  test('takes the place of the old one, and whoever was signed in is not any more', async () => {
    await addPerson({ user_id: 'ana' });
    const sessions = [];
    for (let count = 0; count < 3; count += 1) sessions.push(await signedIn({ user: 'ana@example.com', password }));
    expect((await change({})).status).toBe(204);
    expect((await signIn({ user: 'ana@example.com', password })).status).toBe(401);
    for (const { refresh_token } of sessions) expect((await signIn({ refresh_token })).status).toBe(401);
    expect((await signedIn({ user: 'ana@example.com', password: next })).user_id).toBe('ana');
  });

  test('needs the old one, and is long enough', async () => {
    await addPerson({});
    expect((await change({ password: 'wrong password' })).status).toBe(401);
    expect((await change({ user: 'nobody' })).status).toBe(401);
    expect((await change({ new_password: 'short' })).status).toBe(422);
    await signedIn({ user: 'ana@example.com', password });
  });

  test('is not a way around the limit of tries', async () => {
    await addPerson({});
    for (let tries = 0; tries < 10; tries += 1) await change({ password: `wrong ${tries}` });
    expect((await change({})).status).toBe(429);
  });
});

test('somebody of the OIDC provider signs in with its token; one for another client, or over, is none', async () => {
  const oidcToken = await served.oidcToken({ sub: 'auth0|ben' });
  expect(await signedIn({ oidc_token: oidcToken })).toMatchObject({ user_id: 'auth0|ben' });
  const hours = (count: number) => Math.floor(Date.now() / 1_000) + count * 3_600;
  const others = [{ sub: 'ben', aud: 'api' }, { sub: 'ben', iat: hours(-3), exp: hours(-2) }, { sub: '' }];
  for (const claims of others) expect((await signIn({ oidc_token: await served.oidcToken(claims) })).status).toBe(401);
});

test.each([
  {},
  { user: 'ana' },
  { user: 'ana', password: 'x', refresh_token: 'a.b' },
  { user: 'ana', password: 'x', more: 1 },
])('%j is no proof', async (body) => expect((await signIn(body)).status).toBe(422));

test('the key set shows public keys alone', async () => {
  const { json } = await served.call('GET', '/.well-known/jwks.json');
  expect(json).toEqual({ keys: [expect.objectContaining({ kty: 'EC', kid: 'login-1', alg: 'ES256', use: 'sig' })] });
  expect(json).not.toMatchObject({ keys: [{ d: expect.anything() }] });
});

test('no password and no token is in a line of the log or a file of the store', async () => {
  await addPerson({});
  const { access_token, refresh_token } = await signedIn({ user: 'ana@example.com', password });
  await signIn({ user: 'ana@example.com', password: `${password} wrong` });
  const files = readdirSync(served.folder).map((name) => readFileSync(join(served.folder, name), 'latin1'));
  const said = [JSON.stringify(served.log.entries), ...files].join();
  for (const secret of ['canary', access_token, refresh_token.split('.')[1] ?? '']) expect(said).not.toContain(secret);
});
