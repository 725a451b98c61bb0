import { createServer, type Server } from 'node:http';
import { closed, createManualClock, listening, type ManualClock } from '@intexuraos/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { createTokenVerifier } from './token-verifier.ts';

/** A key set that can be changed, broken and hung up. */
let server: Server;
let url: string;
let keys: JWK[] = [];
let status = 200;
let hangs = false;
let fetches = 0;
let clock: ManualClock;

beforeEach(async () => {
  [keys, status, hangs, fetches] = [[], 200, false, 0];
  clock = createManualClock(Date.now());
  server = createServer((_, response) => {
    fetches += 1;
    if (!hangs) response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  url = `${await listening(server)}/jwks`;
});
afterEach(() => closed(server));

async function key(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256' };
  let number = 0;
  const sign = (signer: CryptoKey = privateKey, header = { alg: 'RS256', kid }) => {
    const iat = Math.floor(clock.now() / 1000);
    number += 1;
    return new SignJWT({ iss: 'i', jti: String(number), iat, exp: iat + 3600 }).setProtectedHeader(header).sign(signer);
  };
  return { jwk, sign };
}

const verifier = (keyFetchTimeoutMs = 5_000) =>
  createTokenVerifier({
    issuers: ['i'],
    jwks: url,
    algorithms: ['RS256'],
    clock,
    keyFetchTimeoutMs,
    read: ({ jti }) => jti,
  });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fine',
    ({ code }: { code: string }) => code,
  );

test('many first tokens at once make one fetch', async () => {
  const { jwk, sign } = await key('a');
  keys = [jwk];
  const verify = verifier();
  await Promise.all(Array.from({ length: 20 }, async () => verify(await sign())));
  expect(fetches).toBe(1);
});

test('a new key is found once 30 s have passed since the last look', async () => {
  const [old, young] = [await key('old'), await key('young')];
  keys = [old.jwk];
  const verify = verifier();
  await verify(await old.sign());
  keys = [old.jwk, young.jwk];
  expect(await codeOf(verify(await young.sign()))).toBe('UNAUTHORIZED');
  await clock.advance(31_000);
  expect(await codeOf(verify(await young.sign()))).toBe('fine');
  expect(fetches).toBe(2);
});

test('known keys serve on while the issuer is down, for longer than they are fresh', async () => {
  const { jwk, sign } = await key('a');
  keys = [jwk];
  const verify = verifier();
  await verify(await sign());
  status = 500;
  await clock.advance(3_600_000);
  expect(await codeOf(verify(await sign()))).toBe('fine');
  expect(await codeOf(verify(await sign()))).toBe('fine');
  expect(fetches).toBe(2);
});

test('a key that the issuer withdrew is gone after ten minutes', async () => {
  const [leaked, other] = [await key('leaked'), await key('other')];
  keys = [leaked.jwk, other.jwk];
  const verify = verifier();
  const token = await leaked.sign();
  await verify(token);
  keys = [other.jwk];
  await clock.advance(600_000);
  expect(await codeOf(verify(token))).toBe('UNAUTHORIZED');
});

test('without any key the caller is told to come back, and it works when the issuer is back', async () => {
  const { jwk, sign } = await key('a');
  keys = [jwk];
  status = 500;
  const verify = verifier();
  expect(await codeOf(verify(await sign()))).toBe('UNAVAILABLE');
  status = 200;
  await clock.advance(2_000);
  expect(await codeOf(verify(await sign()))).toBe('fine');
});

test('an issuer that does not answer is given up in time', async () => {
  hangs = true;
  const { sign } = await key('a');
  expect(await codeOf(verifier(50)(await sign()))).toBe('UNAVAILABLE');
});

test('an algorithm that is not pinned is refused, also from a key that fits it', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS512');
  keys = [{ ...(await exportJWK(publicKey)), kid: 'b' }];
  const { sign } = await key('a');
  expect(await codeOf(verifier()(await sign(privateKey, { alg: 'RS512', kid: 'b' })))).toBe('UNAUTHORIZED');
});

test('a token that does not name its key is refused, though there is only one', async () => {
  const { jwk, sign } = await key('a');
  keys = [jwk];
  expect(await codeOf(verifier()(await sign(undefined, { alg: 'RS256' } as never)))).toBe('UNAUTHORIZED');
});

test('a remembered token is not verified again, and its memory is bounded by five minutes', async () => {
  const { jwk, sign } = await key('a');
  keys = [jwk];
  let reads = 0;
  const verify = createTokenVerifier({
    issuers: ['i'],
    jwks: url,
    algorithms: ['RS256'],
    clock,
    read: () => (reads += 1),
  });
  const token = await sign();
  expect([await verify(token), await verify(token)]).toEqual([1, 1]);
  await clock.advance(300_000);
  expect(await verify(token)).toBe(2);
});
