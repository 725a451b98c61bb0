import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import type { Call } from '../testing/call.ts';
import { secrets, startToyServer, type ToyServer } from '../testing/start-toy-server.ts';
import { jsonSchema } from './json-schema.ts';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.close());

const Content = z.record(z.string(), z.object({ schema: z.looseObject({}) }));
const Operation = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })).optional(),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
});
const Document = z.object({
  openapi: z.literal('3.1.1'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ responses: z.object({ Error: z.object({ content: Content }) }) }),
});
const document = async () => Document.parse((await server.call({ path: '/openapi.json' })).json);
const ajv = new Ajv2020({ strict: false, validateFormats: false });

describe('openapi.json', () => {
  const requests: readonly [string, string, () => Promise<Call>][] = [
    [
      '/toys/{id}',
      '200',
      async () => ({ method: 'POST', path: '/toys/t', headers: await server.user(), body: { title: 'a' } }),
    ],
    [
      '/toys/{id}',
      '201',
      async () => ({ method: 'POST', path: '/toys/t', headers: await server.user(), body: { title: 'new' } }),
    ],
    ['/toys', '200', async () => ({ path: '/toys', headers: await server.user() })],
    [
      '/internal/sweep',
      '200',
      async () => ({ method: 'POST', path: '/internal/sweep', headers: { 'x-internal-auth': secrets.current } }),
    ],
    ['/hooks/{name}', '200', async () => ({ method: 'POST', path: '/hooks/a', body: 'x' })],
    ['/healthz', '200', async () => ({ path: '/healthz' })],
    ['/readyz', '200', async () => ({ path: '/readyz' })],
    ['/openapi.json', '200', async () => ({ path: '/openapi.json' })],
  ];
  test.each(requests)('describes what %s really answers with %s', async (path, status, request) => {
    const call = await request();
    const reply = await server.call(call);
    const operation = (await document()).paths[path]?.[(call.method ?? 'GET').toLowerCase()];
    const schema = operation?.responses[status]?.content?.['application/json']?.schema ?? false;
    expect([String(reply.status), ajv.validate(schema, reply.json), ajv.errors]).toEqual([status, true, null]);
  });
  test('describes refusals', async () => {
    const { schema } = (await document()).components.responses.Error.content['application/json'] ?? { schema: false };
    const refusals = [await server.call({ path: '/toys' }), await server.call({ path: '/none' })];
    for (const { json } of refusals) expect([ajv.validate(schema, json), ajv.errors]).toEqual([true, null]);
    expect(ajv.validate(schema, { success: true })).toBe(false);
  });
  test('says where each field goes: path, query or body', async () => {
    const { paths } = await document();
    const change = paths['/toys/{id}']?.['post'];
    expect(change?.parameters).toEqual([{ name: 'id', in: 'path', required: true }]);
    expect(change?.requestBody?.content['application/json']?.schema).toMatchObject({
      additionalProperties: false,
      properties: { title: { type: 'string', maxLength: 100 }, colour: { type: 'string' } },
      required: ['title'],
    });
    expect(paths['/toys']?.['get']?.parameters).toEqual([
      { name: 'limit', in: 'query', required: false },
      { name: 'tag', in: 'query', required: false },
    ]);
  });
  test('a schema that refers to itself can be put into a document', () => {
    interface Tree {
      readonly children: readonly Tree[];
    }
    const Tree: z.ZodType<Tree> = z.object({ children: z.array(z.lazy(() => Tree)) }).meta({ id: 'Tree' });
    const schema = jsonSchema(z.object({ tree: Tree }), 'output', 'tree');
    const validate = ajv.compile({ type: 'object', properties: { inside: schema } });
    expect(validate({ inside: { tree: { children: [{ children: [] }] } } })).toBe(true);
    expect(validate({ inside: { tree: { children: [{ children: 7 }] } } })).toBe(false);
  });
});

describe('docs', () => {
  test('is a page that loads nothing, lists every route, and whose style its own policy lets in', async () => {
    const { text, headers } = await server.call({ path: '/docs' });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'/);
    expect(text).not.toMatch(/<script|src=|https?:\/\/(?!cloud\.google|json-schema)/);
    for (const route of server.services.flatMap(({ routes }) => routes)) {
      expect(text).toContain(route.spec.path.replace(/:(\w+)/, '{$1}'));
    }
  });
});

describe('health', () => {
  test('readyz is 503 while the service is not ready, and the reason is for the log', async () => {
    server.toy.isReady = false;
    const reply = await server.call({ path: '/readyz' });
    expect([reply.status, reply.text]).toEqual([503, expect.stringContaining('Not ready: toys')]);
    expect(reply.text).not.toContain('hunter2');
    expect((await server.call({ path: '/healthz' })).status).toBe(200);
    server.toy.isReady = true;
    expect((await server.call({ path: '/readyz' })).json).toEqual({ status: 'ready' });
  });
});
