import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { createManualClock } from './manual-clock.ts';
import { createTokenIssuer, type TokenIssuer } from './token-issuer.ts';

let issuer: TokenIssuer;
beforeEach(async () => {
  issuer = await createTokenIssuer();
});
afterEach(() => issuer.close());

const verify = (token: string, keys = createRemoteJWKSet(new URL(issuer.jwksUrl))) =>
  jwtVerify(token, keys, { algorithms: ['RS256'], issuer: issuer.issuer, audience: 'https://me', maxTokenAge: '65m' });

test('a token passes a verifier that fetches the keys, and has the claims of a service account', async () => {
  const { payload } = await verify(await issuer.mint({ aud: 'https://me', email: 'push@p.iam.gserviceaccount.com' }));
  expect(payload).toMatchObject({ email: 'push@p.iam.gserviceaccount.com', email_verified: true, aud: 'https://me' });
  expect(issuer.jwksFetches).toBe(1);
});

test('claims can be made wrong, or left out', async () => {
  const token = await issuer.mint({ aud: 'https://me', email_verified: 'true', sub: undefined });
  expect((await verify(token)).payload).not.toHaveProperty('sub');
  await expect(verify(await issuer.mint({ aud: 'https://you' }))).rejects.toThrow('aud');
  await expect(verify(await issuer.mint({ aud: 'https://me', exp: 1 }))).rejects.toThrow('exp');
  await expect(verify(await issuer.mint({ aud: 'https://me' }, { kid: 'unknown' }))).rejects.toThrow(
    'no applicable key',
  );
});

test('after a rotation both the old and the new tokens pass, signed with different keys', async () => {
  const old = await issuer.mint({ aud: 'https://me' });
  await issuer.rotate();
  const fresh = await issuer.mint({ aud: 'https://me' });
  for (const token of [old, fresh]) await verify(token);
  expect(decodeProtectedHeader(old).kid).not.toBe(decodeProtectedHeader(fresh).kid);
});

test('its time can be set', async () => {
  const past = await createTokenIssuer({ clock: createManualClock(Date.UTC(2020, 0, 1)) });
  const token = await past.mint({ aud: 'https://me', iss: issuer.issuer });
  await expect(verify(token, createRemoteJWKSet(new URL(past.jwksUrl)))).rejects.toThrow('timestamp check failed');
  await past.close();
});
