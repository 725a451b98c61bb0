import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Service } from '../define.ts';
import { endpointsOf } from '../endpoints-of.ts';
import { describeRouteLaws } from '../testing/route-laws.ts';
import { secrets, startToyServer, type ToyServer } from '../testing/start-toy-server.ts';

const outside = mkdtempSync(join(tmpdir(), 'files-'));
const directory = join(outside, 'dist');
mkdirSync(join(directory, 'assets'), { recursive: true });
writeFileSync(join(outside, 'secrets.json'), 'outside');
writeFileSync(join(outside, 'dist-of-another'), 'outside');
writeFileSync(join(directory, 'index.html'), '<h1>Inbox</h1>');
writeFileSync(join(directory, 'favicon.svg'), '<svg/>');
writeFileSync(join(directory, 'assets', 'index-Ab12Cd34.js'), 'run()');
writeFileSync(join(directory, '.fingerprint'), 'hidden');
afterAll(() => rmSync(outside, { recursive: true }));

const { files } = endpointsOf<object>();
const webApp = (folder: string, connectsTo: readonly string[] = []): Service => ({
  name: 'web',
  routes: [files(() => ({ summary: 'The app.', directory: folder, absence: 'Not built yet.', connectsTo }))({})],
  ready: async () => undefined,
  drain: async () => undefined,
});

describeRouteLaws('a server with a web app', async () => {
  const server = await startToyServer({ neighbours: [webApp(directory)] });
  const { authorization } = await server.user({ scope: 'operate' });
  return { ...server, credentials: { authorization, internalAuth: secrets.current } };
});

describe('a web app', () => {
  let server: ToyServer;
  beforeAll(async () => {
    server = await startToyServer({ neighbours: [webApp(directory, ['https://api.example'])], trustedProxies: 1 });
  });
  afterAll(() => server.close());

  test('is a page at /, which is asked for anew each time', async () => {
    const page = await server.call({ path: '/' });
    expect([page.status, page.text]).toEqual([200, '<h1>Inbox</h1>']);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    const etag = String(page.headers['etag']);
    expect((await server.call({ path: '/', headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('may keep for good what has a hash in its name, and nothing else', async () => {
    const script = await server.call({ path: '/assets/index-Ab12Cd34.js' });
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await server.call({ path: '/favicon.svg' })).headers['cache-control']).toBe('no-cache');
  });

  test('runs its own scripts only, talks to whom it was told, and is framed by nobody', async () => {
    const { headers } = await server.call({ path: '/' });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self' https://api.example",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('asks browsers to come back over https only where they came over https', async () => {
    const over = (scheme: string) => server.call({ path: '/', headers: { 'x-forwarded-proto': scheme } });
    expect((await over('https')).headers['strict-transport-security']).toMatch(/^max-age=/);
    expect((await over('http')).headers).not.toHaveProperty('strict-transport-security');
  });

  test.each([
    '/.fingerprint',
    '/%2efingerprint',
    '/../secrets.json',
    '/%2e%2e/secrets.json',
    '/..%2fsecrets.json',
    '/..%5csecrets.json',
    '/assets/../../secrets.json',
    '/assets/%2e%2e/%2e%2e/secrets.json',
    '/....//secrets.json',
    '/%252e%252e/secrets.json',
    '/../dist-of-another',
    '/../dist/../dist-of-another',
    '//secrets.json',
    '/index.html%00.svg',
    '/%zz',
    '/assets',
    '/assets/',
    '/assets/missing-Ab12Cd34.js',
    '/inbox',
    '/INDEX.HTML',
  ])('does not hold %s', async (path) => {
    const reply = await server.call({ path });
    expect([reply.status, reply.code]).toEqual([404, 'NOT_FOUND']);
  });

  test.each(['/internal/toys', '/toys', '/healthz'])('hides no route: %s', async (path) => {
    const reply = await server.call({ path, headers: { 'x-internal-auth': secrets.current } });
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test.each(['POST', 'PUT', 'DELETE', 'TRACE'])('takes no %s', async (method) => {
    const reply = await server.call({ method, path: '/' });
    expect([reply.status, reply.headers['allow']]).toEqual([405, 'GET, HEAD']);
    expect((await server.call({ method, path: '/assets/index-Ab12Cd34.js' })).status).toBe(404);
  });

  test('is counted under one name, whatever was asked for', async () => {
    await server.call({ path: '/assets/index-Ab12Cd34.js' });
    const { text } = await server.call({ path: '/metrics', headers: { 'x-internal-auth': secrets.current } });
    expect(text).toMatch(/http_requests_total\{method="GET",route="\/",status="200"\} \d+/);
    expect(text).not.toContain('Ab12Cd34');
  });
});

test('while it is not built, / says so, and everything else works', async () => {
  const server = await startToyServer({ neighbours: [webApp(join(outside, 'nowhere'))] });
  const page = await server.call({ path: '/' });
  expect([page.status, page.text, page.headers['content-type']]).toEqual([
    404,
    'Not built yet.\n',
    'text/plain; charset=utf-8',
  ]);
  expect((await server.call({ path: '/assets/a.js' })).code).toBe('NOT_FOUND');
  expect((await server.call({ path: '/healthz' })).status).toBe(200);
  await server.close();
});
