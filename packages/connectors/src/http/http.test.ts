import type { JsonObject } from '@intexuraos/kernel';
import { createGuardedLookup, createPublicAgents, type PublicWebSettings } from '@intexuraos/public-web';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createOperations } from '../engine/create-operations.ts';
import { describeConnector } from '../testing/connector.contract.ts';
import { bindOperation } from '../testing/direct-calls.ts';
import { faultNames } from '../testing/faults.ts';
import type { StandIn } from '../testing/stand-in.ts';
import { http } from './index.ts';
import { serveDocuments } from './testing/stand-in.ts';

const credentials = { headers: { Authorization: 'Bearer canary-http-token' } };
const settingsFor = ({ url }: StandIn) => ({ allowed_hosts: [new URL(url).host], base_url: url });

describeConnector({
  connector: http,
  serve: () => serveDocuments(),
  credentials: () => credentials,
  settings: settingsFor,
  samples: {
    request: {
      input: { method: 'PUT', url: '/documents/1', body: { text: 'Lunch is at noon' } },
      bad: { method: 'GET', url: 'file:///etc/passwd' },
    },
  },
  // Any answer is one, whatever it says.
  faults: faultNames.filter((fault) => fault !== 'HTML' && fault !== 'wrong schema'),
  codes: { 'redirect to a private address': 'REDIRECTED' },
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface Given {
  readonly settings: JsonObject;
  readonly web?: PublicWebSettings;
  readonly headers?: Readonly<Record<string, string>>;
}

async function request(
  payload: JsonObject,
  { settings, web = { loopbackAllowed: true }, headers = credentials.headers }: Given,
) {
  const agents = createPublicAgents(web);
  closing.push(() => agents.close());
  const operations = createOperations({ agents, attemptMs: 1_000, backoffMs: 1 });
  const account = { id: 'a1', settings, credentials: async () => ({ headers }) };
  const bound = bindOperation(http, 'request', payload);
  return operations.perform({ connector: http, bound, account, key: 'wish-1', began: false });
}

async function served() {
  const standIn = await serveDocuments();
  closing.push(() => standIn.close());
  return standIn;
}

describe('a request', () => {
  test.each([
    ['GET', undefined, true],
    ['PUT', undefined, true],
    ['DELETE', undefined, true],
    ['POST', undefined, false],
    ['PATCH', undefined, false],
    ['POST', 'Idempotency-Key', true],
  ])('%s with the key in %j may be made again: %j', (method, idempotency_header, expected) => {
    const payload = { method, url: 'https://api.example.com/', ...(idempotency_header && { idempotency_header }) };
    expect(bindOperation(http, 'request', payload).repeatable).toBe(expected);
  });

  test('POST is made once when its answer is lost, and that is told', async () => {
    const standIn = await served();
    standIn.plan('cut after the effect');
    const made = await request({ method: 'POST', url: '/documents', body: 'x' }, { settings: settingsFor(standIn) });
    expect(made).toMatchObject({ outcome: 'unknown', attempts: 1 });
    expect(standIn.ledger).toHaveLength(1);
  });

  test('GET changes nothing, so nobody has to find out what became of it', async () => {
    const standIn = await served();
    standIn.always('500 after the effect');
    expect(await request({ method: 'GET', url: '/documents/1' }, { settings: settingsFor(standIn) })).toMatchObject({
      outcome: 'not_executed',
      attempts: 3,
    });
  });

  test('POST with a key is made again, and has one effect', async () => {
    const standIn = await served();
    standIn.plan('cut after the effect');
    const payload = { method: 'POST', url: '/documents', body: 'x', idempotency_header: 'Idempotency-Key' };
    expect(await request(payload, { settings: settingsFor(standIn) })).toMatchObject({
      outcome: 'executed',
      attempts: 2,
    });
    expect(standIn.ledger).toHaveLength(1);
  });

  test('POST whose key would leave under a header of the account is not made', async () => {
    const standIn = await served();
    const payload = { method: 'POST', url: '/documents', body: 'x', idempotency_header: 'AUTHORIZATION' };
    expect(await request(payload, { settings: settingsFor(standIn) })).toMatchObject({
      outcome: 'not_executed',
      failure: { code: 'INVALID_PAYLOAD', message: expect.stringContaining('AUTHORIZATION') },
    });
    expect(standIn.calls()).toBe(0);
  });

  test('POST that is answered with a redirect may have been carried out', async () => {
    const standIn = await served();
    standIn.always('redirect to a private address');
    expect(await request({ method: 'POST', url: '/documents' }, { settings: settingsFor(standIn) })).toMatchObject({
      outcome: 'unknown',
      attempts: 1,
      failure: { code: 'REDIRECTED' },
    });
  });

  test.each([
    [{}, 'FORBIDDEN'],
    [{ Authorization: 'Bearer canary-worthless' }, 'CONNECTION_EXPIRED'],
  ])('that shows %j and is refused with 401 ends as %s', async (headers, code) => {
    const standIn = await served();
    const given = { settings: settingsFor(standIn), headers };
    expect(await request({ method: 'GET', url: '/documents/1' }, given)).toMatchObject({ failure: { code } });
  });

  test('carries the secret headers, which nobody replaces, and the answer does not give them away', async () => {
    const standIn = await served();
    const payload = { method: 'POST', url: '/echo', headers: { authorization: 'mine', 'X-A': 'b' }, body: { c: 1 } };
    const made = await request(payload, { settings: settingsFor(standIn) });
    expect(made).toMatchObject({
      outcome: 'executed',
      output: { status: 200, body: { body: { c: 1 }, headers: { authorization: '[secret]', 'x-a': 'b' } } },
    });
    expect(JSON.stringify(made)).not.toContain('canary-');
  });

  test.each([
    'https://other.example/',
    '//other.example/',
    'https://api.example.com:8443/',
    'https://api.example.com.evil.example/',
  ])('%s is not made where another host was allowed', async (url) => {
    const settings = { allowed_hosts: ['api.example.com'], base_url: 'https://api.example.com' };
    expect(await request({ method: 'GET', url }, { settings })).toMatchObject({
      outcome: 'not_executed',
      failure: { code: 'FORBIDDEN' },
    });
  });

  test.each([
    'https://169.254.169.254/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::ffff:10.0.0.1]/',
    'https://metadata.google.internal/',
    'https://rebound.example/',
    'http://example.com/',
    'https://example.com:22/',
  ])('%s is not made, even where the owner allowed the host', async (url) => {
    const lookup = createGuardedLookup((_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]));
    const settings = { allowed_hosts: [new URL(url).host.replace(/^\[.*/, 'v6.example')] };
    const made = await request({ method: 'GET', url }, { settings, web: { loopbackAllowed: false, lookup } });
    const code = url.includes('[') ? 'FORBIDDEN' : 'SSRF_BLOCKED';
    expect(made).toMatchObject({ outcome: 'not_executed', failure: { code } });
  });

  test.each([
    [{ method: 'GET', url: 'https://me:secret@example.com/' }, 'url'],
    [{ method: 'GET', url: 'javascript:alert(1)' }, 'url'],
    [{ method: 'GET', url: 'https://example.com/', body: 'x' }, 'body'],
    [{ method: 'TRACE', url: 'https://example.com/' }, 'method'],
    [{ method: 'GET', url: 'https://example.com/', headers: { 'X-A': 'b\r\nX-C: d' } }, 'headers.X-A'],
    [{ method: 'GET', url: 'https://example.com/', headers: { Host: 'evil.example' } }, 'headers.Host'],
    [{ method: 'POST', url: 'https://example.com/', idempotency_header: 'a b' }, 'idempotency_header'],
  ])('%j is refused for its %s', (payload, path) => {
    expect(http.operations['request']?.bind(payload)).toMatchObject({ problems: [{ path }] });
  });
});

test('an account names hosts, nothing that only looks like one', () => {
  expect(http.settingProblems({ allowed_hosts: ['api.example.com', 'example.com:8443'] })).toEqual([]);
  for (const host of ['https://api.example.com', '*.example.com', 'example.com/x', 'user@example.com'])
    expect(http.settingProblems({ allowed_hosts: [host] })).toHaveLength(1);
  expect(http.settingProblems({ allowed_hosts: [] })).toHaveLength(1);
});
