import { PubSub } from '@google-cloud/pubsub';
import { defineTopic } from '@intexuraos/contracts';
import { silentLogger } from '@intexuraos/kernel';
import { createRecordingLogger, emulatorOrSkip, pubsubEmulator } from '@intexuraos/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Delivery, Verdict } from '../messaging.ts';
import { createInstanceSubscriptions, type InstanceSubscriptionsOptions } from './instance-subscriptions.ts';

const Noted = z.object({ type: z.literal('test.noted'), n: z.number() });
const noted = defineTopic({ event: 'test.noted', name: 'test-noted', variable: 'TEST_NOTED', schema: Noted });

const emulator = emulatorOrSkip(await pubsubEmulator());
let projects = 0;

(emulator === null ? describe.skip : describe)('a subscription of one instance', () => {
  let projectId: string;
  let pubsub: PubSub;
  beforeEach(async () => {
    projects += 1;
    projectId = `demo-instances-${process.pid}-${projects}`;
    pubsub = new PubSub({ projectId });
    await pubsub.createTopic('test-noted');
  });
  afterEach(() => pubsub.close());

  const publish = (n: number) => pubsub.topic('test-noted').publishMessage({ json: { type: 'test.noted', n } });

  async function subscriptionNames(): Promise<readonly string[]> {
    const [subscriptions] = await pubsub.getSubscriptions();
    return subscriptions.map(({ name }) => name.split('/').at(-1) ?? '').toSorted();
  }

  async function start(
    instance: string,
    options: Partial<InstanceSubscriptionsOptions> = {},
    verdicts: Verdict[] = [],
  ) {
    const deliveries: Delivery[] = [];
    const subscriptions = createInstanceSubscriptions({ projectId, instance, log: silentLogger, ...options });
    const deliver = async (delivery: Delivery): Promise<Verdict> => {
      deliveries.push(delivery);
      return verdicts.shift() ?? 'ack';
    };
    await subscriptions.attach({ name: 'reader', topic: noted, deliver });
    const heard = () => deliveries.map(({ data }) => Noted.safeParse(data).data?.n ?? data);
    return { close: () => subscriptions.close(), heard };
  }

  async function until(holds: () => boolean): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (!holds() && Date.now() < deadline) await new Promise((done) => setTimeout(done, 20));
  }

  test('gets every message, whatever other instances get', async () => {
    const [one, other] = [await start('a'), await start('b')];
    for (const n of [1, 2, 3]) await publish(n);
    await until(() => one.heard().length >= 3 && other.heard().length >= 3);
    expect(
      [one, other].map((instance) =>
        instance
          .heard()
          .map(Number)
          .toSorted((a, b) => a - b),
      ),
    ).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    await Promise.all([one.close(), other.close()]);
  }, 30_000);

  test('is deleted with its instance, and would end by itself after a day', async () => {
    const [one, other] = [await start('a'), await start('b')];
    expect(await subscriptionNames()).toEqual(['reader-a', 'reader-b']);
    const [metadata] = await pubsub.subscription('reader-a').getMetadata();
    expect(metadata).toMatchObject({
      expirationPolicy: { ttl: { seconds: '86400' } },
      messageRetentionDuration: { seconds: '600' },
    });
    await one.close();
    expect(await subscriptionNames()).toEqual(['reader-b']);
    await other.close();
  }, 30_000);

  test('gets again what its consumer did not deal with, and what is no JSON as undefined', async () => {
    const one = await start('a', {}, ['retry']);
    await publish(1);
    await until(() => one.heard().length >= 2);
    await pubsub.topic('test-noted').publishMessage({ data: Buffer.from('no JSON') });
    await until(() => one.heard().length >= 3);
    expect(one.heard()).toEqual([1, 1, undefined]);
    await one.close();
  }, 30_000);

  test('is made again when it was deleted under its instance', async () => {
    const log = createRecordingLogger();
    const one = await start('a', { log, pauseMs: 50 });
    await pubsub.subscription('reader-a').delete();
    await until(() => log.entries.length > 0);
    expect(log.entries[0]).toMatchObject({ level: 'error', facts: { subscription: 'reader', instance: 'a' } });
    for (let n = 1; n < 100 && one.heard().length === 0; n += 1) {
      await publish(n);
      await new Promise((done) => setTimeout(done, 100));
    }
    expect(one.heard().length).toBeGreaterThan(0);
    await one.close();
    expect(await subscriptionNames()).toEqual([]);
  }, 30_000);

  test('without its topic the instance hears of it at once', async () => {
    const lost = start('a', { topicNames: { 'test.noted': 'nowhere' } });
    await expect(lost).rejects.toMatchObject({ code: 5 });
  }, 30_000);
});
