import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '@intexuraos/kernel';
import { type Consumer, deliveriesMax } from '@intexuraos/messaging';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { endpointsOf } from './endpoints-of.ts';
import { startToyServer, subscriptionPrefix, type ToyServer } from './testing/start-toy-server.ts';
import { createToy, createToyService, toyMoved } from './testing/toy-service.ts';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.toy.handled.length = 0;
  server.undeliverable.length = 0;
});

const push = async (body: object) =>
  server.call({ method: 'POST', path: '/internal/toys/moved', headers: await server.account('push'), body });
const pushed = (event: object) => ({
  subscription: `${subscriptionPrefix}toy-queue`,
  message: { messageId: 'm1', data: Buffer.from(JSON.stringify(event)).toString('base64') },
});

describe('a push', () => {
  test('that is handled is 204', async () => {
    expect((await push(pushed({ type: 'toy.moved', toyId: 't1' }))).status).toBe(204);
    expect(server.toy.handled).toEqual(['moved t1 m1']);
  });
  test('that is none of the subscription’s business is acknowledged unseen', async () => {
    expect((await push(pushed({ type: 'toy.moved', toyId: 'of somebody else' }))).status).toBe(204);
    expect([server.toy.handled, server.undeliverable]).toEqual([[], []]);
  });
  test('that cannot be handled now is 503', async () => {
    expect((await push(pushed({ type: 'toy.moved', toyId: 'unready' }))).status).toBe(503);
  });
  test.each([
    ['an error of unknown cause', new TypeError('boom')],
    ['an error code that would read as acknowledged or refused', new AppError('NOT_FOUND', 'gone')],
    ['a refusal of validation', new AppError('VALIDATION_FAILED', 'bad')],
  ])('whose handler throws %s is 500, so it comes again', async (_, error) => {
    server.toy.failNext = error;
    expect((await push(pushed({ type: 'toy.moved', toyId: 't1' }))).status).toBe(500);
    expect(server.undeliverable).toEqual([]);
  });
  test('whose last delivery fails is acknowledged and kept whole, to be sent again by a person', async () => {
    const event = { type: 'toy.moved', toyId: 't1' };
    const tried = async (deliveryAttempt: number) => {
      server.toy.failNext = new AppError('DOWNSTREAM_ERROR', 'hunter2 is away');
      return (await push({ ...pushed(event), deliveryAttempt })).status;
    };
    expect([await tried(deliveriesMax - 1), server.undeliverable]).toEqual([500, []]);
    expect(await tried(deliveriesMax)).toBe(204);
    expect(server.undeliverable).toMatchObject([
      { event: 'toy.moved', messageId: 'm1', reason: 'failed 10 times: DOWNSTREAM_ERROR', body: JSON.stringify(event) },
    ]);
  });
  test('that is not what the subscription takes is kept whole too, and neither its text nor its body is logged', async () => {
    await push(pushed({ type: 'toy.moved', toyId: 7, text: 'private words' }));
    expect(server.undeliverable).toMatchObject([{ reason: 'not a toy.moved: toyId' }]);
    expect(JSON.parse(server.undeliverable[0]?.body ?? '')).toEqual({
      type: 'toy.moved',
      toyId: 7,
      text: 'private words',
    });
    expect(server.logged()).not.toContain('private words');
  });
  test('larger than 256 kB is 413', async () => {
    expect((await push({ ...pushed({}), padding: 'x'.repeat(256_000) })).status).toBe(413);
  });
  test('whose record cannot be kept comes again', async () => {
    const full = await startToyServer({ onUndeliverable: () => Promise.reject(new AppError('STORAGE_FULL', 'full')) });
    const headers = await full.account('push');
    const reply = await full.call({ method: 'POST', path: '/internal/toys/moved', headers, body: {} });
    expect(reply.status).toBe(503);
    await full.close();
  });
  test('where nobody comes from Google is let in by the internal secret', async () => {
    const { current } = (await import('./testing/start-toy-server.ts')).secrets;
    const { createAuthenticator } = await import('./authentication/create-authenticator.ts');
    const user = {
      issuer: server.people.issuer,
      audience: 'a',
      jwks: server.people.jwksUrl,
      algorithms: ['RS256'] as const,
    };
    const authenticator = createAuthenticator({ user, internal: { current }, clock: server.clock });
    const local = await startToyServer({ authenticator });
    const send = (headers: Record<string, string>) => {
      const body = {
        ...pushed({ type: 'toy.moved', toyId: 't1' }),
        subscription: 'projects/local/subscriptions/toy-queue',
      };
      return local.call({ method: 'POST', path: '/internal/toys/moved', headers, body });
    };
    expect((await send({ 'x-internal-auth': current })).status).toBe(204);
    expect((await send({ 'x-internal-auth': 'wrong' })).status).toBe(401);
    expect((await send(await local.account('push'))).status).toBe(401);
    await local.close();
  });
});

const corpus = resolve(process.env['CORPUS_DIR'] ?? resolve(import.meta.dirname, '../../../../shared/data'), 'pubsub');
const samples = (() => {
  try {
    return readdirSync(corpus).filter((name) => name.startsWith('push-'));
  } catch {
    return [];
  }
})();
const withCorpus = samples.length > 0 ? describe : describe.skip;

withCorpus(`recorded pushes (${samples.length > 0 ? samples.length : 'SKIPPED: no corpus'})`, () => {
  test.each(samples)('%s is never an error, and is delivered or kept', async (name) => {
    const body = readFileSync(resolve(corpus, name));
    const headers = { ...(await server.account('push')), 'content-type': 'application/json' };
    const reply = await server.call({ method: 'POST', path: '/internal/toys/moved', headers, body });
    expect([204, 403]).toContain(reply.status);
    expect(server.undeliverable).toHaveLength(reply.status === 204 ? 1 : 0);
  });
});

describe('the consumer that a carrier in this process calls', () => {
  const consumerOf = (routes: ToyServer['services'][number]['routes']): Consumer => {
    const route = routes.find(({ kind }) => kind === 'subscription');
    if (route?.kind !== 'subscription') throw new Error('the toy has a subscription');
    return route.consumer;
  };
  const consumer = () => consumerOf(server.services[0]?.routes ?? []);
  test('acknowledges what is handled', async () => {
    const verdict = await consumer().deliver({ data: { type: 'toy.moved', toyId: 't2' }, messageId: 'm2' });
    expect([verdict, server.toy.handled]).toEqual(['ack', ['moved t2 m2']]);
  });
  test('acknowledges what will never work, and keeps it', async () => {
    expect(await consumer().deliver({ data: { type: 'toy.lost' }, messageId: 'm3' })).toBe('ack');
    expect(server.undeliverable).toMatchObject([{ subscription: 'toy-queue', messageId: 'm3' }]);
    expect(await consumer().deliver({ data: undefined, messageId: 'm4' })).toBe('ack');
  });
  test('asks for another delivery when the handler throws', async () => {
    server.toy.failNext = new Error('boom');
    expect(await consumer().deliver({ data: { type: 'toy.moved', toyId: 't2' }, messageId: 'm5' })).toBe('retry');
    expect(server.logged()).toContain('"messageId":"m5"');
  });
  test('works before anybody listens', async () => {
    const toy = createToy();
    const alone = consumerOf(createToyService(toy).routes);
    expect(await alone.deliver({ data: { type: 'toy.moved', toyId: 't' }, messageId: 'm' })).toBe('ack');
    expect(await alone.deliver({ data: {}, messageId: 'm' })).toBe('ack');
  });
  test('bears the subscription’s name and topic', () => {
    const { subscription } = endpointsOf<object>();
    const declared = subscription({
      topic: toyMoved,
      name: 'n',
      path: '/internal/n',
      summary: 's',
      handle: async () => {},
    });
    expect(declared({}).consumer).toMatchObject({ name: 'n', topic: toyMoved });
  });
});
