import { AppError, type ErrorCode, errorCodes, silentLogger } from '@intexuraos/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { statusOf } from './answer/status.ts';
import { endpointsOf } from './endpoints-of.ts';
import { listen } from './listen.ts';
import { startToyServer, type ToyServer } from './testing/start-toy-server.ts';

let server: ToyServer;
let headers: { readonly authorization: string };
beforeAll(async () => {
  server = await startToyServer();
  headers = await server.user();
});
afterAll(() => server.close());
beforeEach(() => {
  server.toy.handled.length = 0;
  server.toy.failNext = undefined;
});

const change = (body: object) => server.call({ method: 'POST', path: '/toys/t1', headers, body });

describe('an answer', () => {
  test('is wrapped, and holds what the output declares and nothing else', async () => {
    const reply = await change({ title: 'a' });
    expect(reply.json).toEqual({ success: true, data: { id: 't1', title: 'a', by: 'anna' } });
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
  });
  test('other than 200 brings its status and headers', async () => {
    expect(await change({ title: 'new' })).toMatchObject({ status: 201, headers: { location: '/toys/t1' } });
  });
  test('of 204 has no body', async () => {
    const reply = await server.call({ method: 'DELETE', path: '/toys/t1', headers });
    expect([reply.status, reply.text]).toEqual([204, '']);
  });
  test('on the raw wire stands as it is; text stays text', async () => {
    const reply = await server.call({ path: '/echo?word=hello' });
    expect([reply.text, reply.headers['content-type']]).toEqual(['hello', 'text/plain; charset=utf-8']);
    const hook = await server.call({ method: 'POST', path: '/hooks/a', body: Buffer.from([0xff, 0x00]) });
    expect(hook.json).toEqual({ bytes: 2 });
  });
  test('that breaks its own schema is an internal error, not a leak', async () => {
    const { endpoint } = endpointsOf<object>();
    const broken = endpoint({
      method: 'GET',
      path: '/broken',
      auth: 'public',
      summary: 'Breaks its promise.',
      input: z.object({}),
      output: z.object({ count: z.number().max(1) }),
      handle: async () => ({ count: 2 }),
    });
    const service = { name: 'b', routes: [broken({})], ready: async () => {}, drain: async () => {} };
    const second = await listen([service], { port: 0, authenticator: noAuthenticator, log: silentLogger });
    const reply = await fetch(`${second.url}/broken`);
    expect([reply.status, await reply.text()]).toEqual([500, expect.not.stringContaining('count')]);
    await second.close();
  });
});

const nobody = () => Promise.reject(new AppError('UNAUTHORIZED', 'no'));
const noAuthenticator = {
  user: nobody,
  operator: nobody,
  visitor: nobody,
  service: nobody,
  caller: nobody,
  scheduler: nobody,
  push: nobody,
  subscription: String,
};

describe('what a handler is given', () => {
  test('path, query and defaults, parsed', async () => {
    const reply = await server.call({ path: '/toys?limit=7&tag=a', headers });
    expect(reply.json).toEqual({ success: true, data: { limit: 7 } });
    expect((await server.call({ path: '/toys', headers })).json).toEqual({ success: true, data: { limit: 10 } });
  });
  test('a query value that is unknown or given twice is 422', async () => {
    for (const query of ['tag=c', 'limit=101', 'limit=1&limit=2', 'page=1']) {
      expect((await server.call({ path: `/toys?${query}`, headers })).status).toBe(422);
    }
  });
  test('header values, but not of one that came twice', async () => {
    const reply = await server.call({
      method: 'POST',
      path: '/hooks/a',
      headers: { 'X-Signature': 's', 'X-Twice': ['a', 'b'] },
      body: 'x',
    });
    expect(reply.json).toEqual({ bytes: 1, signature: 's' });
  });
  test('a signal that aborts when the caller hangs up', async () => {
    let open = () => {};
    server.toy.gate = new Promise((resolve) => {
      open = resolve;
    });
    const controller = new AbortController();
    const hung = fetch(`${server.url}/slow`, { signal: controller.signal }).catch(() => 'hung up');
    await until(() => server.toy.handled.includes('slow'));
    controller.abort();
    await hung;
    await until(() => server.toy.handled.includes('hung up'));
    open();
    expect(server.toy.handled).toEqual(['slow', 'hung up']);
  });
  test('fixed paths win over parameters, whatever the order of declaration', async () => {
    const reply = await server.call({ method: 'POST', path: '/toys/stream', headers, body: { title: 'a' } });
    expect(reply.status).toBe(405);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** An internal error keeps its text and details to the log. */
const told = (code: ErrorCode) =>
  code === 'INTERNAL_ERROR'
    ? { message: expect.stringMatching(/^Something went wrong \(request [\w-]+\)$/) }
    : { message: 'The reason', details: { path: 'x' } };

describe('a refusal', () => {
  test.each(errorCodes.map((code) => [code, statusOf[code]] as const))('%s is %i', async (code: ErrorCode, status) => {
    server.toy.failNext = new AppError(code, 'The reason', {
      details: { path: 'x' },
      retryAfterSeconds: 2.1,
      cause: 'why',
    });
    const reply = await change({ title: 'a' });
    expect(reply.status).toBe(status);
    expect(reply.json).toEqual({
      success: false,
      error: { code, ...told(code), requestId: reply.headers['x-request-id'] },
    });
  });
  test('brings Retry-After when a second try makes sense', async () => {
    server.toy.failNext = new AppError('UNAVAILABLE', 'Later', { retryAfterSeconds: 2.1 });
    expect((await change({ title: 'a' })).headers['retry-after']).toBe('3');
  });
  test('of unknown cause says nothing, and the log says all under the same id', async () => {
    server.toy.failNext = new TypeError('x is not a function');
    const reply = await change({ title: 'a' });
    expect(reply).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' });
    expect(reply.text).not.toContain('not a function');
    const line = server
      .logged()
      .split('\n')
      .find((text) => text.includes('x is not a function'));
    expect(line).toContain(String(reply.headers['x-request-id']));
  });
  test('also when what was thrown is no error', async () => {
    server.toy.failNext = 'a text';
    expect((await change({ title: 'a' })).status).toBe(500);
  });
  test('lists each problem with its path', async () => {
    const reply = await change({ colour: 7, shape: 'round' });
    expect(reply.json).toMatchObject({
      error: {
        details: expect.arrayContaining([
          { path: 'title', message: 'is missing' },
          { path: 'colour', message: 'expected a text' },
          { path: 'shape', message: 'unknown field' },
        ]),
      },
    });
  });
  test('lists twenty problems at most', async () => {
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`f${at}`, 1]));
    const { json } = await change({ title: 'a', ...fields });
    expect(z.object({ error: z.object({ details: z.array(z.unknown()) }) }).parse(json).error.details).toHaveLength(20);
  });
});

describe('the request id', () => {
  const idOf = async (given?: string) => {
    const own = given === undefined ? {} : { 'x-request-id': given };
    return (await server.call({ path: '/healthz', headers: own })).headers['x-request-id'];
  };
  test('is the caller’s where it is harmless', async () => expect(await idOf('web-1234_abcd')).toBe('web-1234_abcd'));
  test.each(['short', 'has a space in it', 'x'.repeat(65), '{"forged":1}'])('is ours instead of %s', async (given) => {
    expect(await idOf(given)).toMatch(/^[0-9a-f-]{36}$/);
  });
  test('is a new one for each request', async () => expect(await idOf()).not.toBe(await idOf()));
});

describe('a declaration that cannot work is refused at start', () => {
  const { endpoint } = endpointsOf<object>();
  const spec = {
    method: 'GET' as const,
    auth: 'public' as const,
    summary: 's',
    input: z.object({}),
    output: z.object({}),
    handle: async () => ({}),
  };
  test('a path parameter that the input lacks', () => {
    expect(() => endpoint({ ...spec, path: '/toys/:id' })).toThrow('lacks id');
  });
  test.each(['toys', '/toys/*rest', '/toys{/:id}', '/toys/', '/to ys', '/toys/a:id'])('the path %s', (path) => {
    expect(() => endpoint({ ...spec, path, input: z.object({ id: z.string(), rest: z.string() }) })).toThrow(
      'expected',
    );
  });
  test('one path and method declared twice', async () => {
    const routes = [endpoint({ ...spec, path: '/a' })({}), endpoint({ ...spec, path: '/a' })({})];
    const service = { name: 'a', routes, ready: async () => {}, drain: async () => {} };
    await expect(listen([service], { port: 0, authenticator: noAuthenticator, log: silentLogger })).rejects.toThrow(
      'twice',
    );
  });
});
