import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createAuthenticator } from './authentication/create-authenticator.ts';
import type { Call, Reply } from './testing/call.ts';
import { forged, hmacWithPublicKey } from './testing/forged-token.ts';
import {
  audiences,
  emails,
  secrets,
  startToyServer,
  subscriptionPrefix,
  type ToyServer,
} from './testing/start-toy-server.ts';

type Headers = Readonly<Record<string, string | string[]>>;

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer({ corsOrigins: ['https://app.example'] });
});
afterAll(() => server.close());
beforeEach(() => {
  server.toy.handled.length = 0;
  server.undeliverable.length = 0;
});

const push = (headers: Headers, body: Call['body'] = envelope({ type: 'toy.moved', toyId: 't1' })) =>
  server.call({ method: 'POST', path: '/internal/toys/moved', headers, ...(body !== undefined && { body }) });
const sweep = (headers: Headers) => server.call({ method: 'POST', path: '/internal/sweep', headers, body: {} });
const make = (headers: Headers) =>
  server.call({ method: 'POST', path: '/internal/toys', headers, body: { title: 'a' } });
const list = (headers: Headers) => server.call({ path: '/toys', headers });

const envelope = (data: object) => ({
  message: { data: Buffer.from(JSON.stringify(data)).toString('base64'), messageId: 'm1', publishTime: 'now' },
  subscription: `${subscriptionPrefix}toy-queue`,
});

const now = () => Math.floor(server.clock.now() / 1000);
const pushClaims = () => ({
  iss: server.google.issuer,
  aud: audiences.push,
  email: emails.push,
  email_verified: true,
  iat: now(),
  exp: now() + 3600,
});
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** What an attacker saw, and what happened behind the door. */
const seen = ({ status, headers }: Reply) => ({
  status,
  challenge: headers['www-authenticate'],
  handled: [...server.toy.handled],
});
const refused = (status: number) => ({ status, challenge: status === 401 ? 'Bearer' : undefined, handled: [] });

test('the right account of each group gets in', async () => {
  expect((await push(await server.account('push'))).status).toBe(204);
  expect((await sweep(await server.account('scheduler'))).status).toBe(200);
  expect((await sweep(await server.account('service'))).status).toBe(200);
  expect((await make(await server.account('service'))).json).toEqual({
    success: true,
    data: { service: emails.service },
  });
  expect(server.toy.handled).toEqual([
    'moved t1 m1',
    `sweep ${emails.scheduler}`,
    `sweep ${emails.service}`,
    `internal ${emails.service}`,
  ]);
});

test('D1: a push without any credentials is 401', async () => expect(seen(await push({}))).toEqual(refused(401)));

describe('D2: what is not one token of three parts is 401', () => {
  test.each<[string, Headers]>([
    ['garbage', bearer('garbage')],
    ['two parts', bearer('eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0')],
    ['four parts', bearer('a.b.c.d')],
    ['a part that is empty', bearer('a..c')],
    ['no scheme', { authorization: 'a.b.c' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['more than 4,096 bytes', bearer(`${'a'.repeat(4_090)}.b.c`)],
  ])('%s', async (_, headers) => expect(seen(await push(headers))).toEqual(refused(401)));

  test('headers of more than 16 KB are 431, and far larger ones are cut off, before anything reads them', async () => {
    await expect(push(bearer('a'.repeat(20_000)))).resolves.toMatchObject({ status: 431 });
    const reply = await push(bearer('a'.repeat(1_000_000))).catch(({ code }: { code: string }) => code);
    expect(['ECONNRESET', 'EPIPE', 431]).toContain(typeof reply === 'string' ? reply : reply.status);
    expect(server.toy.handled).toEqual([]);
  });

  test('4,096 bytes of a valid token are read, more are not', async () => {
    const padded = async (chars: number) => push(await server.account('push', { pad: 'x'.repeat(chars) }));
    expect((await padded(2_500)).status).toBe(204);
    server.toy.handled.length = 0;
    expect(seen(await padded(3_000))).toEqual(refused(401));
  });

  test('the scheme is read in any case', async () => {
    const { authorization } = await server.account('push');
    expect((await push({ authorization: authorization.replace('Bearer', 'bEARER') })).status).toBe(204);
  });
});

describe('D3: the algorithm is ours to choose, not the token’s', () => {
  test('alg none is 401', async () => {
    for (const signature of ['', 'AAAA']) {
      const token = forged({ alg: 'none', kid: 'key-1' }, pushClaims(), () => signature);
      expect(seen(await push(bearer(token)))).toEqual(refused(401));
    }
  });
  test('HS256 signed with the public key is 401', async () => {
    const token = forged({ alg: 'HS256', kid: 'key-1' }, pushClaims(), await hmacWithPublicKey(server.google.jwksUrl));
    expect(seen(await push(bearer(token)))).toEqual(refused(401));
  });
  test('RS256 with somebody else’s signature is 401', async () => {
    const sign = (text: string) => createHmac('sha256', 'x').update(text).digest('base64url');
    expect(seen(await push(bearer(forged({ alg: 'RS256', kid: 'key-1' }, pushClaims(), sign))))).toEqual(refused(401));
  });
});

describe('D4-D6: a Google token for another purpose or time is 401', () => {
  test.each<[string, () => Record<string, unknown>]>([
    ['wrong audience', () => ({ aud: 'https://other.example' })],
    ['a prefix of the audience', () => ({ aud: audiences.push.slice(0, -1) })],
    ['an audience in a list with another', () => ({ aud: [audiences.push, 'https://other.example'] })],
    ['the audience of another group', () => ({ aud: audiences.scheduler })],
    ['no audience', () => ({ aud: undefined })],
    ['wrong issuer', () => ({ iss: 'https://accounts.google.com.evil.example' })],
    ['issuer with a trailing slash', () => ({ iss: `${server.google.issuer}/` })],
    ['no issuer', () => ({ iss: undefined })],
    ['expired 31 s ago', () => ({ iat: now() - 3600, exp: now() - 31 })],
    ['issued in 10 minutes', () => ({ iat: now() + 600, exp: now() + 4200 })],
    ['valid from in 10 minutes', () => ({ nbf: now() + 600 })],
    ['alive for 24 hours', () => ({ exp: now() + 86_400 })],
    ['never expiring', () => ({ exp: undefined })],
    ['never issued', () => ({ iat: undefined })],
  ])('%s', async (_, claims) => expect(seen(await push(await server.account('push', claims())))).toEqual(refused(401)));

  test('29 s of a wrong clock are forgiven', async () => {
    expect((await push(await server.account('push', { iat: now() - 3600, exp: now() - 29 }))).status).toBe(204);
    expect((await push(await server.account('push', { iat: now() + 29 }))).status).toBe(204);
  });
});

describe('D7-D9: a true token of somebody else is 403', () => {
  test.each<[string, Record<string, unknown>]>([
    ['address not verified', { email_verified: false }],
    ['nothing said about the address', { email_verified: undefined }],
    ['"true" as text', { email_verified: 'true' }],
    ['another service account', { email: 'evil@p.iam.gserviceaccount.com' }],
    ['the same address in capitals', { email: emails.push.toUpperCase() }],
    ['no address', { email: undefined }],
    ['the scheduler with the push audience', { email: emails.scheduler }],
  ])('%s', async (_, claims) => expect(seen(await push(await server.account('push', claims)))).toEqual(refused(403)));

  test('the push account may not sweep', async () => {
    expect(seen(await sweep(await server.account('scheduler', { email: emails.push })))).toEqual(refused(403));
    expect(seen(await sweep(await server.account('push')))).toEqual(refused(401));
  });
});

describe('D10: keys that cannot be fetched', () => {
  const withKeysAt = (jwks: string) =>
    startToyServer({
      authentication: {
        google: {
          issuers: [server.google.issuer],
          jwks,
          push: { audience: audiences.push, emails: [emails.push] },
          subscriptionPrefix,
        },
      },
    });
  test('without any key, a push is 503 with Retry-After, so that Pub/Sub tries again', async () => {
    const lonely = await withKeysAt('http://127.0.0.1:1/jwks');
    const headers = await server.account('push');
    const reply = await lonely.call({ method: 'POST', path: '/internal/toys/moved', headers, body: envelope({}) });
    expect(reply).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    await lonely.close();
  });
});

test('D11: a thousand unknown key ids make one fetch in 30 s', async () => {
  await push(await server.account('push'));
  await server.clock.advance(31_000);
  const before = server.google.jwksFetches;
  const claims = pushClaims();
  const tokens = Array.from({ length: 1_000 }, (_, at) =>
    forged({ alg: 'RS256', kid: `no-${at}` }, claims, () => 'AAAA'),
  );
  const replies: Reply[] = [];
  for (let at = 0; at < tokens.length; at += 50) {
    replies.push(...(await Promise.all(tokens.slice(at, at + 50).map((token) => push(bearer(token))))));
  }
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([401]));
  expect(server.google.jwksFetches - before).toBeLessThanOrEqual(1);
});

describe('D12: the internal secret', () => {
  test.each<[string, Headers]>([
    ['wrong', { 'x-internal-auth': 'wrong' }],
    ['empty', { 'x-internal-auth': '' }],
    ['right, then wrong', { 'x-internal-auth': `${secrets.current},wrong` }],
    ['sent twice', { 'x-internal-auth': [secrets.current, secrets.current] }],
    ['with more behind it', { 'x-internal-auth': `${secrets.current}x` }],
    ['as a bearer token', { authorization: `Bearer ${secrets.current}` }],
  ])('%s is 401', async (_, headers) => expect(seen(await make(headers))).toEqual(refused(401)));

  test('in the query is 401', async () => {
    const path = `/internal/toys?x-internal-auth=${secrets.current}`;
    expect(seen(await server.call({ method: 'POST', path, body: { title: 'a' } }))).toEqual(refused(401));
  });
  test('wrong beside a valid token is 401: the token does not make it good', async () => {
    expect(seen(await make({ ...(await server.account('service')), 'x-internal-auth': 'wrong' }))).toEqual(
      refused(401),
    );
  });
  test('right beside a token that is none gets in', async () => {
    expect((await make({ ...bearer('a.b.c'), 'x-internal-auth': secrets.current })).status).toBe(200);
  });
  test('does not push where Google pushes', async () => {
    expect(seen(await push({ 'x-internal-auth': secrets.current }))).toEqual(refused(401));
  });
});

describe('D13: rotating the internal secret', () => {
  test('the current and the previous one get in', async () => {
    expect((await make({ 'x-internal-auth': secrets.current })).status).toBe(200);
    expect((await make({ 'x-internal-auth': secrets.previous })).status).toBe(200);
  });
  test('the previous one is 401 after its removal', async () => {
    const rotated = await startToyServer({ authentication: { internal: { current: secrets.current } } });
    const headers = { 'x-internal-auth': secrets.previous };
    const reply = await rotated.call({ method: 'POST', path: '/internal/toys', headers, body: { title: 'a' } });
    expect([reply.status, rotated.toy.handled]).toEqual([401, []]);
    await rotated.close();
  });
  test('a secret with a name tells who called', async () => {
    const text = `commands-agent:${secrets.current}`;
    const named = await startToyServer({ authentication: { internal: { current: [text, secrets.previous] } } });
    const ask = (secret: string) =>
      named.call({
        method: 'POST',
        path: '/internal/toys',
        headers: { 'x-internal-auth': secret },
        body: { title: 'a' },
      });
    expect((await ask(text)).json).toEqual({ success: true, data: { service: 'commands-agent' } });
    expect((await ask(secrets.current)).status).toBe(401);
    await named.close();
  });
});

describe('D14: the doors do not open for each other’s keys', () => {
  test('a person’s token on an internal route is 401', async () =>
    expect(seen(await make(await server.user()))).toEqual(refused(401)));
  test('a person’s token on a push route is 401', async () =>
    expect(seen(await push(await server.user()))).toEqual(refused(401)));
  test('the internal secret on a public route is 401', async () => {
    expect(seen(await list({ 'x-internal-auth': secrets.current }))).toEqual(refused(401));
  });
  test('a Google account on a public route is 401', async () => {
    expect(seen(await list(await server.account('service', { aud: audiences.user })))).toEqual(refused(401));
  });
});

describe('D15: what can never be delivered is acknowledged and kept', () => {
  const subscription = `${subscriptionPrefix}toy-queue`;
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const message = (data: unknown) => ({ subscription, message: { data, messageId: 'm7' } });
  test.each<[string, Call['body']]>([
    ['{}', {}],
    ['no message', { subscription }],
    ['no data', message(undefined)],
    ['bad base64', message('%%%')],
    ['data that is not JSON', message(base64('{'))],
    ['data nested 10,000 deep', message(base64('['.repeat(10_000) + ']'.repeat(10_000)))],
    ['another type', message(base64('{"type":"toy.lost","toyId":"t"}'))],
    ['a missing field', message(base64('{"type":"toy.moved"}'))],
    ['a body that is not JSON', 'hello'],
    ['no body', ''],
    ['data without envelope', { type: 'toy.moved', toyId: 't1' }],
  ])('%s', async (_, body) => {
    const reply = await push(await server.account('push'), body);
    expect([reply.status, reply.text, server.toy.handled]).toEqual([204, '', []]);
    expect(server.undeliverable).toHaveLength(1);
    expect(server.undeliverable[0]).toMatchObject({
      subscription: 'toy-queue',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
  test('without credentials it is 401 and nothing is kept', async () => {
    expect(seen(await push({}, {}))).toEqual(refused(401));
    expect(server.undeliverable).toEqual([]);
  });
  test('what is kept shows no token, no text and no whole phone number', async () => {
    const data = base64(
      '{"type":"x","replyText":"my pin is 4711","phone":"+48 600 123 456","t":"eyJhbGciOi.eyJzdWIi.c2ln"}',
    );
    await push(await server.account('push'), message(data));
    const [kept] = server.undeliverable;
    expect(kept?.sample).not.toMatch(/4711|600 123|eyJ/);
  });
});

test('D16: a push of a subscription that is not ours is 403', async () => {
  for (const subscription of [`${subscriptionPrefix}other`, `${subscriptionPrefix}toy-queue2`, 'toy-queue', '']) {
    const body = { ...envelope({ type: 'toy.moved', toyId: 't1' }), subscription };
    expect(seen(await push(await server.account('push'), body))).toEqual(refused(403));
  }
});

describe('D37: a person without a valid access token is 401', () => {
  test.each<[string, () => Record<string, unknown>]>([
    ['expired', () => ({ exp: now() - 31 })],
    ['wrong audience', () => ({ aud: 'web-app-client-id' })],
    ['no audience', () => ({ aud: undefined })],
    ['wrong issuer', () => ({ iss: 'https://evil.example' })],
    ['an ID token by its nonce', () => ({ nonce: 'n' })],
    ['an ID token by its at_hash', () => ({ at_hash: 'h' })],
    ['an ID token by its type', () => ({ typ: 'ID' })],
    ['no subject', () => ({ sub: undefined })],
    ['empty subject', () => ({ sub: '' })],
    ['subject with a slash', () => ({ sub: 'a/b' })],
    ['subject of 129 characters', () => ({ sub: 'a'.repeat(129) })],
  ])('%s', async (_, claims) => expect(seen(await list(await server.user(claims())))).toEqual(refused(401)));

  test('no token', async () => expect(seen(await list({}))).toEqual(refused(401)));
  test('two tokens', async () => {
    const { authorization } = await server.user();
    expect(seen(await list({ authorization: [authorization, authorization] }))).toEqual(refused(401));
  });
  test('an audience among others is a person’s right (Auth0 adds its own)', async () => {
    expect((await list(await server.user({ aud: [audiences.user, 'https://issuer.example/userinfo'] }))).status).toBe(
      200,
    );
  });
  test('a token that was good is 401 once it has expired, though its signature is remembered', async () => {
    const headers = await server.user({ exp: now() + 10 });
    expect((await list(headers)).status).toBe(200);
    server.clock.jump(41_000);
    expect((await list(headers)).status).toBe(401);
  });
});

describe('a field that is not declared', () => {
  const change = (body: object | string, path = '/toys/t1') =>
    server
      .user()
      .then((headers) =>
        server.call({ method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body }),
      );
  test.each<[string, object | string, string]>([
    ['userId in the body', { title: 'a', userId: 'bert' }, 'userId'],
    ['__proto__', '{"title":"a","__proto__":{"admin":true}}', '__proto__'],
    ['constructor.prototype', '{"title":"a","constructor":{"prototype":{"admin":true}}}', 'constructor'],
    ['__proto__ deep inside', '{"title":"a","colour":{"x":[{"__proto__":1}]}}', '__proto__'],
    ['a path parameter again in the body', { title: 'a', id: 't2' }, 'id'],
    ['a list instead of an object', '[]', ''],
    ['a text instead of an object', '"title"', ''],
  ])('is 422: %s', async (_, body, path) => {
    const reply = await change(body);
    expect(reply).toMatchObject({ status: 422, code: 'VALIDATION_FAILED' });
    expect(reply.json).toMatchObject({ error: { details: [{ path, message: expect.any(String) }] } });
    expect(server.toy.handled).toEqual([]);
  });
  test('is 422 in the query too', async () => {
    expect((await change({ title: 'a' }, '/toys/t1?userId=bert')).status).toBe(422);
    expect((await change({ title: 'a' }, '/toys/t1?id=t2')).status).toBe(422);
    expect((await change({ title: 'a' }, '/toys/t1?__proto__=x')).status).toBe(422);
    expect(server.toy.handled).toEqual([]);
  });
});

describe('D46: bodies', () => {
  const nested = (depth: number) => `{"title":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  const json = { 'content-type': 'application/json' };
  test.each<[string, Call, number]>([
    ['101 KB', { path: '/toys/t1', headers: json, body: `{"title":"${'a'.repeat(101_000)}"}` }, 413],
    [
      '101 KB in chunks',
      {
        path: '/toys/t1',
        headers: { ...json, 'transfer-encoding': 'chunked' },
        body: `{"title":"${'a'.repeat(101_000)}"}`,
      },
      413,
    ],
    [
      'a gzip bomb',
      { path: '/toys/t1', headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(10_000_000)) },
      413,
    ],
    ['broken gzip', { path: '/toys/t1', headers: { ...json, 'content-encoding': 'gzip' }, body: 'no' }, 400],
    ['another encoding', { path: '/toys/t1', headers: { ...json, 'content-encoding': 'br' }, body: '{}' }, 415],
    ['text/plain', { path: '/toys/t1', headers: { 'content-type': 'text/plain' }, body: '{"title":"a"}' }, 415],
    ['no content type', { path: '/toys/t1', body: '{"title":"a"}' }, 415],
    [
      'another charset',
      { path: '/toys/t1', headers: { 'content-type': 'application/json; charset=utf-16' }, body: '{}' },
      415,
    ],
    [
      'a form',
      { path: '/toys/t1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'title=a' },
      415,
    ],
    ['bad JSON', { path: '/toys/t1', headers: json, body: '{"title":' }, 400],
    ['a byte order mark', { path: '/toys/t1', headers: json, body: '\ufeff{"title":"a"}' }, 400],
    ['bytes that are not UTF-8', { path: '/toys/t1', headers: json, body: Buffer.from([0x22, 0xff, 0x22]) }, 400],
    ['nested 10,000 deep', { path: '/toys/t1', headers: json, body: nested(10_000) }, 400],
    ['nested 33 deep', { path: '/toys/t1', headers: json, body: nested(32) }, 400],
    ['empty', { path: '/toys/t1', headers: json, body: '' }, 422],
    ['a title of 101 characters', { path: '/toys/t1', headers: json, body: `{"title":"${'a'.repeat(101)}"}` }, 422],
  ])('%s', async (_, request, status) => {
    const headers = { ...(await server.user()), ...request.headers };
    const reply = await server.call({ method: 'POST', ...request, headers });
    expect([reply.status, server.toy.handled]).toEqual([status, []]);
  });
  test.each<[string, Call]>([
    [
      'of a key given twice the last value counts',
      { path: '/toys/t1', headers: json, body: '{"title":"a","title":"b"}' },
    ],
    [
      'gzip is read',
      { path: '/toys/t1', headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync('{"title":"b"}') },
    ],
    [
      'a charset that is UTF-8 is read',
      { path: '/toys/t1', headers: { 'content-type': 'Application/JSON; charset=UTF-8' }, body: '{"title":"b"}' },
    ],
    [
      'a body in chunks is read',
      { path: '/toys/t1', headers: { ...json, 'transfer-encoding': 'chunked' }, body: '{"title":"b"}' },
    ],
  ])('%s', async (_, request) => {
    const headers = { ...(await server.user()), ...request.headers };
    const reply = await server.call({ method: 'POST', ...request, headers });
    expect(reply.json).toEqual({ success: true, data: { id: 't1', title: 'b', by: 'anna' } });
  });
  test('a limit of its own is an endpoint’s to set', async () => {
    const body = { title: 'a'.repeat(1_000) };
    const headers = { 'x-internal-auth': secrets.current };
    expect((await server.call({ method: 'POST', path: '/internal/toys', headers, body })).status).toBe(413);
  });
});

describe('D48: quotas and failures', () => {
  test('the third of two allowed changes is 429 with Retry-After, per person, and comes back with time', async () => {
    const { createQuota } = await import('./limits/quota.ts');
    const own = await startToyServer();
    const limited = await startToyServer({
      quota: createQuota({ mutation: { count: 2, windowMs: 60_000 } }, own.clock),
    });
    const change = async (sub: string) =>
      limited.call({ method: 'POST', path: '/toys/t1', headers: await limited.user({ sub }), body: { title: 'a' } });
    const statuses = [await change('anna'), await change('anna'), await change('bert')].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200]);
    const refused = await change('anna');
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(refused.headers['retry-after']).toBe('30');
    own.clock.jump(30_000);
    expect((await change('anna')).status).toBe(200);
    await Promise.all([own.close(), limited.close()]);
  });
  test('nobody is limited unless it is configured', async () => {
    const headers = await server.user();
    const changes = Array.from({ length: 100 }, () =>
      server.call({ method: 'POST', path: '/toys/t1', headers, body: { title: 'a' } }),
    );
    expect(new Set((await Promise.all(changes)).map(({ status }) => status))).toEqual(new Set([200]));
  });
  test('the 31st failed sign-in of an address in a minute is 429; a valid token from there still gets in', async () => {
    const strict = await startToyServer({ failuresPerMinute: 30 });
    const statuses: number[] = [];
    for (let at = 0; at < 31; at += 1) statuses.push((await strict.call({ path: '/toys' })).status);
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 401), 429]);
    expect((await strict.call({ path: '/toys' })).headers['retry-after']).toBeDefined();
    expect((await strict.call({ path: '/toys', headers: await strict.user() })).status).toBe(200);
    expect((await strict.call({ method: 'POST', path: '/internal/toys', body: {} })).status).toBe(401);
    await strict.close();
  });
});

describe('D49: web pages of other origins', () => {
  const from = async (origin: string) => list({ ...(await server.user()), origin });
  test.each([
    'https://evil.example',
    'null',
    'https://app.example.evil.example',
    'http://app.example',
    'https://app.example:444',
  ])('%s may not read the answer', async (origin) =>
    expect((await from(origin)).headers['access-control-allow-origin']).toBeUndefined(),
  );
  test('the configured one may, without credentials of its own', async () => {
    const { headers } = await from('https://app.example');
    expect(headers).toMatchObject({ 'access-control-allow-origin': 'https://app.example', vary: 'Origin' });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });
  test('a preflight of the configured one is answered, and runs nothing', async () => {
    const headers = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
    const reply = await server.call({ method: 'OPTIONS', path: '/toys/t1', headers });
    expect(reply.status).toBe(204);
    expect(reply.headers['access-control-allow-headers']).toContain('Authorization');
    expect(server.toy.handled).toEqual([]);
  });
  test('a preflight of another, or of an internal route, is 405', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    expect((await server.call({ method: 'OPTIONS', path: '/toys/t1', headers })).status).toBe(405);
    const known = { ...headers, origin: 'https://app.example' };
    const reply = await server.call({ method: 'OPTIONS', path: '/internal/toys', headers: known });
    expect([reply.status, reply.headers['access-control-allow-origin']]).toEqual([405, undefined]);
  });
  test.each(['*', 'null', 'https://app.example/', 'app.example'])('%s cannot be configured', async (origin) => {
    await expect(startToyServer({ corsOrigins: [origin] })).rejects.toThrow('not an origin');
  });
});

describe('D50: unknown ways in lead nowhere', () => {
  const headers = { 'x-internal-auth': secrets.current };
  test.each<[string, string, number]>([
    ['TRACE', '/internal/toys', 405],
    ['HEAD', '/internal/toys', 405],
    ['OPTIONS', '/internal/toys', 405],
    ['PUT', '/internal/toys', 405],
    ['PROPFIND', '/internal/toys', 405],
    ['GET', '/internal/unknown', 404],
    ['GET', '//internal/toys', 404],
    ['GET', '/internal//toys', 404],
    ['GET', '/internal/toys/', 404],
    ['GET', '/x/../internal/toys', 404],
    ['GET', '/x/%2e%2e/internal/toys', 404],
    ['GET', '/%2e%2e/internal/toys', 404],
    ['GET', '/Internal/toys', 404],
    ['GET', '/internal/TOYS', 404],
    ['GET', '/internal%2ftoys', 404],
    ['GET', '/internal/toys;x', 404],
    ['GET', '/%zz', 404],
    ['POST', '/toys/%zz', 400],
    ['HEAD', '/healthz', 405],
    ['POST', '/Toys/t1', 404],
    ['POST', '/toys/t1/', 404],
  ])('%s %s is %i', async (method, path, status) => {
    const reply = await server.call({ method, path, headers });
    expect([reply.status, server.toy.handled]).toEqual([status, []]);
  });
  test('a 405 says what is allowed', async () => {
    expect((await server.call({ method: 'PUT', path: '/internal/toys', headers })).headers['allow']).toBe('POST, GET');
  });
});

test('every answer forbids to be kept, framed, sniffed or run', async () => {
  for (const reply of [await list(await server.user()), await list({}), await server.call({ path: '/nothing' })]) {
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.any(String),
    });
    expect(reply.headers).not.toHaveProperty('x-powered-by');
    expect(reply.headers).not.toHaveProperty('etag');
  }
});

test('no log line and no answer of all this held a token or a secret', async () => {
  const { authorization } = await server.account('push', { aud: 'https://other.example' });
  const reply = await push({ authorization });
  for (const text of [server.logged(), reply.text]) {
    expect(text).not.toContain(authorization.slice('Bearer '.length, 60));
    expect(text).not.toContain('eyJ');
    expect(text).not.toContain(secrets.current);
  }
});

describe('an authenticator that would let in too many, or nobody, is not made', () => {
  const options = () => ({
    user: { issuer: 'https://i', audience: 'a', jwks: 'https://i/jwks', algorithms: ['RS256' as const] },
    internal: secrets,
    google: { push: { audience: 'a', emails: ['p'] }, subscriptionPrefix },
    clock: server.clock,
  });
  test('these options are fine', () => expect(() => createAuthenticator(options())).not.toThrow());
  test.each<[string, () => object, string]>([
    ['empty audience', () => ({ user: { ...options().user, audience: '' } }), 'audience'],
    ['empty issuer', () => ({ user: { ...options().user, issuer: '' } }), 'issuer'],
    [
      'an empty right of operators',
      () => ({ user: { ...options().user, operator: { name: 'scope', value: '' } } }),
      'claim',
    ],
    ['no algorithm', () => ({ user: { ...options().user, algorithms: [] } }), 'algorithm'],
    ['keys over http', () => ({ user: { ...options().user, jwks: 'http://issuer.example/jwks' } }), 'https'],
    ['no push account', () => ({ google: { push: { audience: 'a', emails: [] }, subscriptionPrefix } }), 'address'],
    [
      'an empty push account',
      () => ({ google: { push: { audience: 'a', emails: [''] }, subscriptionPrefix } }),
      'address',
    ],
    ['no push audience', () => ({ google: { push: { audience: '', emails: ['p'] }, subscriptionPrefix } }), 'audience'],
    ['a short secret', () => ({ internal: { current: 'short' } }), 'shorter'],
    ['a placeholder', () => ({ internal: { current: 'please-change-me-please-change-me-please' } }), 'placeholder'],
    ['one letter many times', () => ({ internal: { current: 'a'.repeat(64) } }), 'placeholder'],
    ['two equal secrets', () => ({ internal: { current: secrets.current, previous: secrets.current } }), 'equal'],
    ['no secret', () => ({ internal: { current: [] } }), 'missing'],
  ])('%s', (_, change, problem) => {
    expect(() => createAuthenticator({ ...options(), ...change() })).toThrow(problem);
  });
});
