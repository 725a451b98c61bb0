import { defineTopic } from '@intexuraos/contracts';
import { createManualClock, createSeededRandom } from '@intexuraos/testing';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Consumer, Verdict } from '../messaging.ts';
import { createMemoryCarrier } from './memory-carrier.ts';

const Noted = z.object({ type: z.literal('test.noted'), n: z.number() });
const noted = defineTopic({ event: 'test.noted', name: 'noted', variable: 'TEST_NOTED', schema: Noted });

const newCarrier = (seed = 1) =>
  createMemoryCarrier({ clock: createManualClock(5_000), random: createSeededRandom(seed), maxAttempts: 3 });

function recordingConsumer(verdict: (n: unknown) => Verdict = () => 'ack') {
  const seen: unknown[] = [];
  const consumer: Consumer = {
    name: 'reader',
    topic: noted,
    async deliver({ data }) {
      const { n } = Noted.parse(data);
      seen.push(n);
      return verdict(n);
    },
  };
  return { consumer, seen };
}

async function publish(carrier: ReturnType<typeof newCarrier>, ...numbers: readonly number[]) {
  for (const n of numbers) await carrier.publish(noted, { type: 'test.noted', n });
}

test('nothing is delivered until the test says so, and then in the order it chooses', async () => {
  const carrier = newCarrier();
  const { consumer, seen } = recordingConsumer();
  carrier.attach(consumer);
  await publish(carrier, 1, 2, 3);
  expect(seen).toEqual([]);
  await carrier.deliverNext((pending) => pending.length - 1);
  expect(await carrier.deliverAll()).toBe(2);
  expect(seen).toEqual([3, 1, 2]);
  expect(await carrier.deliverNext()).toBeNull();
});

test('a failed delivery is pending again, with the next attempt number', async () => {
  const carrier = newCarrier();
  let failures = 1;
  const { consumer, seen } = recordingConsumer(() => (failures-- > 0 ? 'retry' : 'ack'));
  carrier.attach(consumer);
  await publish(carrier, 1);
  expect(await carrier.deliverNext()).toBe('retry');
  expect(carrier.pending()).toMatchObject([{ consumer: 'reader', topic: 'test.noted', attempt: 2 }]);
  expect(await carrier.deliverNext()).toBe('ack');
  expect(seen).toEqual([1, 1]);
});

test('a duplicate of a message comes besides the message, with the same id', async () => {
  const carrier = newCarrier();
  const { consumer, seen } = recordingConsumer();
  carrier.attach(consumer);
  await publish(carrier, 1);
  carrier.duplicate();
  const [first, second] = carrier.pending();
  expect(second?.messageId).toBe(first?.messageId);
  await Promise.all([carrier.deliverNext(), carrier.deliverNext()]);
  expect(seen).toEqual([1, 1]);
});

test('a message given up can be redriven', async () => {
  const carrier = newCarrier();
  let verdict: Verdict = 'retry';
  const { consumer, seen } = recordingConsumer(() => verdict);
  carrier.attach(consumer);
  await publish(carrier, 1);
  expect(await carrier.deliverAll()).toBe(3);
  const [letter] = await carrier.deadLetters(10);
  expect(letter).toMatchObject({ consumer: 'reader', attempts: 3, failedAt: 5_000, data: { n: 1 } });
  verdict = 'ack';
  expect(await carrier.redrive(letter?.id ?? '')).toBe(true);
  expect(await carrier.redrive(letter?.id ?? '')).toBe(false);
  await carrier.deliverAll();
  expect(seen).toEqual([1, 1, 1, 1]);
  expect(await carrier.deadLetters(10)).toEqual([]);
});

test('a consumer that attaches again under its name, as after a restart, takes over what is pending', async () => {
  const carrier = newCarrier();
  const [before, after] = [recordingConsumer(), recordingConsumer()];
  carrier.attach(before.consumer);
  await publish(carrier, 1);
  carrier.attach(after.consumer);
  await carrier.deliverAll();
  expect({ before: before.seen, after: after.seen }).toEqual({ before: [], after: [1] });
});

test('a consumer cannot change what another delivery sees', async () => {
  const carrier = newCarrier();
  const { consumer, seen } = recordingConsumer(() => 'retry');
  const vandal: Consumer = {
    name: 'reader',
    topic: noted,
    async deliver(delivery) {
      Object.assign(delivery.data as object, { n: 99 });
      return 'retry';
    },
  };
  carrier.attach(vandal);
  await publish(carrier, 1);
  await carrier.deliverNext();
  carrier.attach(consumer);
  await carrier.deliverNext();
  expect(seen).toEqual([1]);
});

test('equal seeds give equal message ids', async () => {
  const ids = [];
  for (const seed of [3, 3, 4]) {
    const carrier = newCarrier(seed);
    carrier.attach(recordingConsumer().consumer);
    await publish(carrier, 1);
    ids.push(carrier.pending()[0]?.messageId);
  }
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
});
