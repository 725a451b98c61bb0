import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { emulatorOrSkip, pubsubEmulator } from './emulators.ts';
import { closed, listening } from './loopback.ts';
import { createPushForwarder, type PushForwarder, type PushForwarderOptions } from './push-forwarder.ts';
import { createSeededRandom } from './seeded-random.ts';
import { createTokenIssuer } from './token-issuer.ts';

interface Received {
  readonly at: number;
  readonly authorization: string | undefined;
  readonly body: {
    readonly message: { readonly data: string; readonly messageId: string; readonly [field: string]: unknown };
    readonly subscription: string;
    readonly deliveryAttempt: number;
  };
}

const emulator = emulatorOrSkip(await pubsubEmulator());
let runs = 0;

(emulator === null ? describe.skip : describe)('the push forwarder', () => {
  const host = emulator?.host ?? '';
  let projectId: string;
  let pushEndpoint: string;
  let received: Received[];
  let answer: (received: Received) => number | Promise<number>;
  let forwarder: PushForwarder;

  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const parsed = JSON.parse(body) as Received['body'];
      const one = { at: performance.now(), authorization: request.headers.authorization, body: parsed };
      received.push(one);
      response.statusCode = await answer(one);
      response.end();
    });
  });

  beforeEach(async () => {
    projectId = `demo-forwarder-${process.pid}-${(runs += 1)}`;
    received = [];
    answer = () => 204;
    pushEndpoint = `${await listening(server)}/push`;
  });
  afterEach(async () => {
    await forwarder.close();
    await closed(server);
  });

  async function start(options: Partial<PushForwarderOptions> = {}): Promise<void> {
    const targets = [{ name: 'noted-reader', topic: 'noted', pushEndpoint }];
    forwarder = await createPushForwarder({ emulatorHost: host, projectId, targets, ...options });
  }

  async function publish(...texts: readonly string[]): Promise<void> {
    const messages = texts.map((text) => ({
      data: Buffer.from(JSON.stringify(text)).toString('base64'),
      attributes: { type: 'noted' },
    }));
    const url = `http://${host}/v1/projects/${projectId}/topics/noted:publish`;
    const headers = { 'content-type': 'application/json' };
    const posted = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ messages }) });
    expect(posted.status).toBe(200);
  }

  const texts = () =>
    received.map(({ body }): string => JSON.parse(Buffer.from(body.message.data, 'base64').toString()) as string);

  test('pushes the envelope that Pub/Sub pushes, with a token that verifies', async () => {
    const issuer = await createTokenIssuer();
    await start({ oidc: { issuer, email: 'push@demo.iam.gserviceaccount.com', audience: 'https://me/internal' } });
    await publish('hello');
    await forwarder.idle();
    expect(received).toHaveLength(1);
    expect(received[0]?.body).toEqual({
      message: {
        data: Buffer.from('"hello"').toString('base64'),
        attributes: { type: 'noted' },
        messageId: expect.stringMatching(/^\d+$/),
        message_id: received[0]?.body.message.messageId,
        publishTime: expect.stringMatching(/^\d{4}-.*Z$/),
        publish_time: received[0]?.body.message['publishTime'],
      },
      subscription: `projects/${projectId}/subscriptions/noted-reader`,
      deliveryAttempt: 1,
    });
    const token = received[0]?.authorization?.replace('Bearer ', '') ?? '';
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(issuer.jwksUrl)));
    expect(payload).toMatchObject({ aud: 'https://me/internal', email: 'push@demo.iam.gserviceaccount.com' });
    await issuer.close();
  });

  test.each([200, 201, 202, 204])('%i acknowledges', async (status) => {
    answer = () => status;
    await start();
    await publish('hello');
    await forwarder.idle();
    expect(received).toHaveLength(1);
  });

  test.each([203, 302, 400, 401, 429, 500, 503])(
    '%i means again, after pauses that double, up to a limit',
    async (status) => {
      answer = ({ body }) => (body.deliveryAttempt < 5 ? status : 204);
      await start({ backoff: { firstMs: 20, maxMs: 80 } });
      await publish('hello');
      await forwarder.idle();
      expect(received.map(({ body }) => body.deliveryAttempt)).toEqual([1, 2, 3, 4, 5]);
      const pauses = received.slice(1).map(({ at }, index) => at - (received[index]?.at ?? 0));
      for (const [index, least] of [20, 40, 80, 80].entries()) expect(pauses[index]).toBeGreaterThanOrEqual(least - 2);
    },
  );

  test('a message that is never acknowledged becomes a dead letter', async () => {
    answer = () => 500;
    await start({ backoff: { firstMs: 1, maxMs: 4 }, maxAttempts: 4 });
    await publish('poison');
    await forwarder.idle();
    expect(received).toHaveLength(4);
    expect(forwarder.deadLetters).toMatchObject([{ subscription: 'noted-reader', data: 'poison', attempts: 4 }]);
  });

  test('a slow answer is not waited for: the next push comes while the first is still at work', async () => {
    const release = Promise.withResolvers<number>();
    answer = ({ body }) => (body.deliveryAttempt === 1 ? release.promise : 204);
    await start({ ackDeadlineMs: 100 });
    await publish('slow');
    await forwarder.idle();
    release.resolve(204);
    expect(forwarder.pushes.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 0],
      [2, 204],
    ]);
  });

  test('copies come at the same time', async () => {
    const all = Promise.withResolvers<number>();
    answer = () => {
      if (received.length === 5) all.resolve(204);
      return all.promise;
    };
    await start({ faults: { copies: 5 } });
    await publish('hello');
    await forwarder.idle();
    expect(received).toHaveLength(5);
    expect(new Set(received.map(({ body }) => body.message.messageId)).size).toBe(1);
  });

  test('delays let messages overtake one another, and none is lost', async () => {
    const sent = Array.from({ length: 30 }, (_, n) => `message ${n}`);
    await start({ faults: { delayUpToMs: 100, shuffle: true }, random: createSeededRandom(5) });
    await publish(...sent);
    while (texts().length < sent.length) await forwarder.idle();
    expect(new Set(texts())).toEqual(new Set(sent));
    expect(texts()).toHaveLength(sent.length);
    expect(texts()).not.toEqual(sent);
  });

  test('a message may come again after it was acknowledged', async () => {
    await start({ faults: { afterAck: { probability: 1, delayUpToMs: 50 } } });
    await publish('hello');
    await forwarder.idle();
    expect(texts()).toEqual(['hello', 'hello']);
  });

  test('what was not acknowledged when it closed comes with the next forwarder', async () => {
    answer = () => 500;
    await start({ backoff: { firstMs: 60_000, maxMs: 60_000 } });
    await publish('hello');
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await forwarder.close();
    answer = () => 204;
    await start();
    await forwarder.idle();
    expect(texts()).toEqual(['hello', 'hello']);
  });
});
