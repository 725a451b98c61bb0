import { createServer, type Socket } from 'node:net';
import { PubSub } from '@google-cloud/pubsub';
import { defineTopic } from '@intexuraos/contracts';
import { emulatorOrSkip, listeningPort, pubsubEmulator } from '@intexuraos/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createPubSubPublisher, type PubSubPublisher } from './pubsub-publisher.ts';

const Noted = z.object({ type: z.literal('test.noted'), n: z.number() });
const noted = defineTopic({ event: 'test.noted', name: 'test-noted', variable: 'TEST_NOTED', schema: Noted });

const emulator = emulatorOrSkip(await pubsubEmulator());

(emulator === null ? describe.skip : describe)('publishing to Pub/Sub', () => {
  const projectId = `demo-publisher-${process.pid}`;
  let publisher: PubSubPublisher;
  afterEach(() => publisher.close());

  test('sends the event as JSON, with its type as an attribute, to the topic that the settings name', async () => {
    const pubsub = new PubSub({ projectId });
    const [topic] = await pubsub.topic('renamed').get({ autoCreate: true });
    const [subscription] = await topic.createSubscription('renamed-reader');
    const received = new Promise<{ data: string; attributes: object }>((resolve) => {
      subscription.on('message', (message) => {
        message.ack();
        resolve({ data: message.data.toString(), attributes: message.attributes });
      });
    });
    publisher = createPubSubPublisher({ projectId, topicNames: { 'test.noted': 'renamed' }, deadlineMs: 5_000 });
    await publisher.publish(noted, { type: 'test.noted', n: 1 });
    expect(await received).toEqual({ data: '{"type":"test.noted","n":1}', attributes: { type: 'test.noted' } });
    await subscription.close();
    await pubsub.close();
  }, 20_000);

  test('a topic that does not exist is told as unavailable, with the cause for the operator', async () => {
    publisher = createPubSubPublisher({ projectId, topicNames: { 'test.noted': 'nowhere' }, deadlineMs: 5_000 });
    const refusal = { code: 'UNAVAILABLE', cause: expect.objectContaining({ code: 5 }) };
    await expect(publisher.publish(noted, { type: 'test.noted', n: 1 })).rejects.toMatchObject(refusal);
  }, 20_000);

  test('a server that does not answer is given up at the deadline', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    const host = process.env['PUBSUB_EMULATOR_HOST'];
    process.env['PUBSUB_EMULATOR_HOST'] = `127.0.0.1:${await listeningPort(silent)}`;
    publisher = createPubSubPublisher({ projectId, deadlineMs: 300 });
    const start = performance.now();
    await expect(publisher.publish(noted, { type: 'test.noted', n: 1 })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(performance.now() - start).toBeLessThan(2_000);
    process.env['PUBSUB_EMULATOR_HOST'] = host;
    for (const socket of sockets) socket.destroy();
    silent.close();
  }, 20_000);
});
