import { createHmac, createPublicKey } from 'node:crypto';
import { systemClock } from '@intexuraos/kernel';
import { createManualClock, type ManualClock } from '@intexuraos/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { api, type OidcIssuer, startOidcIssuer } from './testing/oidc-issuer.ts';
import { type Served, serve } from './testing/serve.ts';
import { jwksUrlOf, signIn } from './testing/sign-in.ts';

let issuer: OidcIssuer;
let clock: ManualClock;
let app: Served;
beforeAll(async () => {
  issuer = await startOidcIssuer();
  clock = createManualClock(systemClock.now());
  const tokens = {
    issuer: issuer.url,
    audience: api,
    jwks: await jwksUrlOf(issuer.url),
    algorithms: ['RS256' as const],
  };
  app = await serve('memory', {}, { tokens, clock });
});
afterAll(async () => {
  await app.close();
  await issuer.close();
});

const me = (token: string) => app.call('GET', '/users/me', { authorization: `Bearer ${token}` });
const statusOf = async (token: string) => (await me(token)).status;

const partsOf = (token: string) => token.split('.').slice(0, 2);
const decoded = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A real token's claims under another header. */
const withHeader = (token: string, header: object) =>
  `${encoded({ ...decoded(partsOf(token)[0]), ...header })}.${partsOf(token)[1]}`;

describe('somebody who signed in at the issuer of the installation', () => {
  test('is who the token says, new or not, and changes nobody else', async () => {
    const [anna, boris] = [await signIn(issuer.url, 'auth0|anna'), await signIn(issuer.url, 'auth0|boris')];
    expect(await me(anna.accessToken)).toMatchObject({ status: 200, data: { userId: 'auth0|anna', language: 'en' } });
    const authorization = `Bearer ${anna.accessToken}`;
    const changed = await app.call('PATCH', '/users/me', { authorization }, { language: 'pl' });
    expect(changed).toMatchObject({ status: 200, data: { userId: 'auth0|anna', language: 'pl' } });
    expect(await app.internally('GET', '/internal/users/auth0%7Canna/settings')).toMatchObject({
      data: { userId: 'auth0|anna', language: 'pl' },
    });
    expect(await me(boris.accessToken)).toMatchObject({ status: 200, data: { userId: 'auth0|boris', language: 'en' } });
  });

  test('who signs in again is the same person', async () => {
    const { accessToken } = await signIn(issuer.url, 'auth0|anna');
    expect(await me(accessToken)).toMatchObject({ data: { userId: 'auth0|anna', language: 'pl' } });
  });

  test('cannot be somebody else by saying so', async () => {
    const authorization = `Bearer ${(await signIn(issuer.url, 'auth0|eve')).accessToken}`;
    const change = { userId: 'auth0|anna', language: 'de' };
    expect((await app.call('PATCH', '/users/me', { authorization }, change)).status).toBe(422);
  });

  test('is known by their access token, not by the ID token that came with it', async () => {
    expect(await statusOf((await signIn(issuer.url, 'auth0|anna')).idToken)).toBe(401);
  });
});

describe('a token is 401, and nothing is told of why', () => {
  const refused = {
    success: false,
    error: { code: 'UNAUTHORIZED', message: expect.any(String), requestId: expect.any(String) },
  };
  const isRefused = async (token: string) => {
    const { status, error } = await me(token);
    expect({ status, error }).toEqual({ status: 401, error: refused.error });
  };

  test('that another issuer made, though it signs with the same keys', async () => {
    const other = await startOidcIssuer({ keys: issuer.keys });
    await isRefused(await other.accessToken('anna'));
    await other.close();
  });

  test.each(['/', '/tenant'])('of an issuer whose name only begins alike (…%s)', async (more) => {
    const other = await startOidcIssuer({ keys: issuer.keys, says: `${issuer.url}${more}` });
    await isRefused(await other.accessToken('anna'));
    await other.close();
  });

  test('that is for another API', async () => {
    for (const audience of ['https://other.example', `${api}/`, api.slice(0, -1)])
      await isRefused(await issuer.accessToken('anna', audience));
  });

  test('whose key the issuer does not show', async () => {
    const liar = await startOidcIssuer({ says: issuer.url });
    await isRefused(await liar.accessToken('anna'));
    await liar.close();
  });

  test('that names a key of the issuer and was signed with another', async () => {
    const liar = await startOidcIssuer({ says: issuer.url });
    const [, claims, signature] = (await liar.accessToken('anna')).split('.');
    const [header] = partsOf(await issuer.accessToken('anna'));
    await isRefused(`${header}.${claims}.${signature}`);
    await liar.close();
  });

  test.each(['none', 'None', 'NONE'])('that says "alg": "%s"', async (alg) => {
    await isRefused(`${withHeader(await issuer.accessToken('anna'), { alg })}.`);
  });

  test('that was signed with the public key as if it were a secret', async () => {
    const [key] = issuer.keys;
    if (key === undefined) throw new Error('the issuer has no key');
    const pem = createPublicKey({ key: { kty: 'RSA', n: key.n ?? '', e: key.e ?? '' }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    const signed = withHeader(await issuer.accessToken('anna'), { alg: 'HS256' });
    await isRefused(`${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`);
  });

  test('whose claims were changed', async () => {
    const [header, claims, signature] = (await issuer.accessToken('eve')).split('.');
    await isRefused(`${header}.${encoded({ ...decoded(claims), sub: 'anna' })}.${signature}`);
  });
});

describe('when the issuer changes its keys', () => {
  /** So long an unknown key makes nobody look again. */
  const cooldownMs = 30_000;

  test('tokens of the new key are let in, and those of the old one as long as it is shown', async () => {
    const old = await issuer.accessToken('old');
    expect(await statusOf(old)).toBe(200);
    await clock.advance(cooldownMs);
    issuer.rotate('shown');
    expect(await statusOf(await issuer.accessToken('new'))).toBe(200);
    expect(await statusOf(await issuer.accessToken('newer'))).toBe(200);
    expect(await statusOf(old)).toBe(200);
  });

  test('a token of a key that is shown no more is refused once the keys were fetched again', async () => {
    const old = await issuer.accessToken('gone');
    issuer.rotate('gone');
    await clock.advance(cooldownMs);
    expect(await statusOf(await issuer.accessToken('fresh'))).toBe(200);
    expect(await statusOf(old)).toBe(401);
  });
});

test('a token counts until it ends, and half a minute longer for clocks that differ', async () => {
  const token = await issuer.accessToken('late');
  const { exp } = decoded(partsOf(token)[1]);
  await clock.advance(Number(exp) * 1000 - clock.now() + 29_000);
  expect(await statusOf(token)).toBe(200);
  await clock.advance(3_000);
  expect(await statusOf(token)).toBe(401);
});
