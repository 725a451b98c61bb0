import { setTimeout as sleep } from 'node:timers/promises';
import { defineTopic } from '@intexuraos/contracts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Carrier, Consumer, Delivery, Verdict } from './messaging.ts';

const Noted = z.object({ type: z.literal('test.noted'), n: z.number() });
const noted = defineTopic({ event: 'test.noted', name: 'test-noted', variable: 'TEST_NOTED', schema: Noted });
const Other = z.object({ type: z.literal('test.other') });
const other = defineTopic({ event: 'test.other', name: 'test-other', variable: 'TEST_OTHER', schema: Other });

/** The same for every implementation, so that all of them are fast to test: pauses of 20, 40, 80, … ms without jitter. */
export const contractSettings = { maxAttempts: 5, backoff: { firstMs: 20, maxMs: 640 } };

/** One running carrier and what a test may do to it besides using it. */
export interface CarrierUnderTest {
  readonly carrier: Carrier;
  /** Lets one delivery happen where nothing happens by itself. */
  step?(): Promise<unknown>;
  /** Ends this one as a process ends, and opens the next one on what it left behind. Absent where nothing outlives it. */
  restart?(): Promise<CarrierUnderTest>;
  close(): Promise<void>;
}

export interface CarrierFeatures {
  /** Whether a message rests, longer and longer, before it is delivered again. */
  readonly pauses: boolean;
  /** Whether deliveries happen by themselves, side by side. */
  readonly concurrent: boolean;
  /** Whether messages outlive the process, so that `restart` is there. */
  readonly durable: boolean;
}

/** What every carrier promises. `open` gives a fresh one, configured as `contractSettings` say. */
export function describeCarrier(name: string, features: CarrierFeatures, open: () => Promise<CarrierUnderTest>): void {
  describe(`${name} keeps the promises of a carrier`, () => {
    let subject: CarrierUnderTest;
    beforeEach(async () => {
      subject = await open();
    }, 60_000);
    afterEach(() => subject.close());

    const onlyIf = (feature: boolean) => (feature ? test : () => undefined);
    const publish = (n: number) => subject.carrier.publish(noted, { type: 'test.noted', n });

    async function until(done: () => boolean): Promise<void> {
      for (const deadline = Date.now() + 20_000; !done(); ) {
        if (Date.now() > deadline) throw new Error('not done within 20 s');
        await (subject.step?.() ?? sleep(2));
      }
    }

    /** Long enough for a message that should not come to come all the same. */
    async function wait(): Promise<void> {
      if (subject.step === undefined) return sleep(300);
      while ((await subject.step()) !== null) continue;
    }

    test('each consumer of a topic gets each of its messages, and none of another topic', async () => {
      const [first, second, stranger] = [reader('first'), reader('second'), reader('stranger', { topic: other })];
      for (const { consumer } of [first, second, stranger]) subject.carrier.attach(consumer);
      await Promise.all([publish(1), publish(2)]);
      await subject.carrier.publish(other, { type: 'test.other' });
      await until(() => first.numbers().size === 2 && second.numbers().size === 2 && stranger.deliveries.length > 0);
      expect(stranger.deliveries.map(({ data }) => data)).toEqual([{ type: 'test.other' }]);
      expect(first.deliveries.every(({ attempt }) => attempt === undefined || attempt === 1)).toBe(true);
    });

    test('messages have ids of their own, the same at every delivery', async () => {
      const failures = failing(2);
      const { consumer, deliveries, numbers } = reader('reader', { verdict: failures });
      subject.carrier.attach(consumer);
      await Promise.all([publish(1), publish(2)]);
      await until(() => numbers().size === 2 && deliveries.length >= 4);
      const pairs = new Set(deliveries.map(({ messageId, data }) => `${messageId} ${Noted.parse(data).n}`));
      const ids = new Set(deliveries.map(({ messageId }) => messageId));
      expect([pairs.size, ids.size]).toEqual([2, 2]);
    });

    test('a message that is not acknowledged comes again, counted, until it is', async () => {
      const { consumer, deliveries } = reader('reader', { verdict: failing(3) });
      subject.carrier.attach(consumer);
      await publish(1);
      await until(() => deliveries.length === 4);
      await wait();
      const attempts = deliveries.map(({ attempt }) => attempt);
      expect([
        [1, 2, 3, 4],
        [undefined, undefined, undefined, undefined],
      ]).toContainEqual(attempts);
      expect(await subject.carrier.deadLetters(10)).toEqual([]);
    });

    onlyIf(features.pauses)('the pauses before it comes again grow', async () => {
      const { consumer, times } = reader('reader', { verdict: failing(4) });
      subject.carrier.attach(consumer);
      await publish(1);
      await until(() => times.length === 5);
      const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      // Timers are never early, but the two clocks round differently.
      for (const [index, least] of [20, 40, 80, 160].entries()) expect(pauses[index]).toBeGreaterThanOrEqual(least - 2);
    });

    test('an error inside a consumer means that the message comes again', async () => {
      const failures = failing(1);
      const { consumer, deliveries } = reader('reader', {
        verdict() {
          if (failures() === 'retry') throw new Error('broken promise');
          return 'ack';
        },
      });
      subject.carrier.attach(consumer);
      await publish(1);
      await until(() => deliveries.length === 2);
      await wait();
      expect(deliveries).toHaveLength(2);
    });

    test('a message that keeps failing is given up after the last attempt, and others are not', async () => {
      const poisoned = reader('poisoned', { verdict: (n) => (n === 1 ? 'retry' : 'ack') });
      const healthy = reader('healthy');
      for (const { consumer } of [poisoned, healthy]) subject.carrier.attach(consumer);
      await Promise.all([publish(1), publish(2)]);
      let letters = await subject.carrier.deadLetters(10);
      await until(() => poisoned.deliveries.length === contractSettings.maxAttempts + 1);
      for (let tries = 0; letters.length === 0 && tries < 500; tries += 1) {
        await sleep(10);
        letters = await subject.carrier.deadLetters(10);
      }
      await wait();
      expect(letters).toMatchObject([
        { consumer: 'poisoned', topic: 'test.noted', data: { type: 'test.noted', n: 1 }, attempts: 5 },
      ]);
      expect(poisoned.deliveries).toHaveLength(contractSettings.maxAttempts + 1);
      expect(healthy.numbers().size).toBe(2);
    });

    test('the newest dead letters come first, and no more than asked for', async () => {
      subject.carrier.attach(reader('poisoned', { verdict: () => 'retry' }).consumer);
      const given = async (count: number) => {
        for (const deadline = Date.now() + 20_000; Date.now() < deadline; await (subject.step?.() ?? sleep(5))) {
          if ((await subject.carrier.deadLetters(10)).length === count) return;
        }
        throw new Error('not given up within 20 s');
      };
      for (const n of [1, 2]) {
        await publish(n);
        await given(n);
        await sleep(2);
      }
      expect(await subject.carrier.deadLetters(1)).toMatchObject([{ data: { n: 2 } }]);
    });

    test('a thousand messages published at once all arrive', async () => {
      const { consumer, numbers } = reader('reader', { verdict: async () => Promise.resolve('ack') });
      subject.carrier.attach(consumer);
      await Promise.all(Array.from({ length: 1_000 }, (_, n) => publish(n)));
      await until(() => numbers().size === 1_000);
      expect(Math.max(...numbers())).toBe(999);
    }, 30_000);

    onlyIf(features.concurrent)(
      'a consumer that hangs does not stop another one',
      async () => {
        const release = Promise.withResolvers<Verdict>();
        const slow = reader('slow', { verdict: () => release.promise });
        const quick = reader('quick');
        for (const { consumer } of [slow, quick]) subject.carrier.attach(consumer);
        await Promise.all(Array.from({ length: 200 }, (_, n) => publish(n)));
        await until(() => quick.numbers().size === 200);
        await until(() => slow.deliveries.length > 0);
        release.resolve('ack');
        await until(() => slow.numbers().size === 200);
        expect([quick, slow].map(({ numbers }) => numbers().size)).toEqual([200, 200]);
      },
      30_000,
    );

    test('drain lets deliveries end and starts no more', async () => {
      const release = Promise.withResolvers<Verdict>();
      const { consumer, deliveries } = reader('reader', { verdict: () => release.promise });
      subject.carrier.attach(consumer);
      await publish(1);
      const delivery = subject.step?.();
      await waitFor(() => deliveries.length === 1);
      let drained = false;
      const drain = subject.carrier.drain().then(() => {
        drained = true;
      });
      await sleep(50);
      expect(drained).toBe(false);
      release.resolve('ack');
      await Promise.all([drain, delivery]);
      await publish(2);
      await wait();
      expect(deliveries).toHaveLength(1);
    });

    onlyIf(features.durable)('what was not acknowledged is delivered after a restart, what was is not', async () => {
      const before = reader('reader', { verdict: (n) => (n === 1 ? 'ack' : 'retry') });
      subject.carrier.attach(before.consumer);
      await Promise.all([publish(1), publish(2), publish(3)]);
      await until(() => before.numbers().size === 3);
      await subject.carrier.drain();
      if (subject.restart === undefined) throw new Error('a durable carrier can be restarted');
      subject = await subject.restart();
      const after = reader('reader');
      subject.carrier.attach(after.consumer);
      await until(() => after.numbers().size === 2);
      await wait();
      expect(after.numbers()).toEqual(new Set([2, 3]));
    });
  });
}

async function waitFor(done: () => boolean): Promise<void> {
  while (!done()) await sleep(2);
}

/** `retry` for the first `count` calls. */
function failing(count: number): () => Verdict {
  let left = count;
  return () => (left-- > 0 ? 'retry' : 'ack');
}

interface ReaderOptions {
  readonly topic?: typeof noted | typeof other;
  readonly verdict?: (n: number) => Verdict | Promise<Verdict>;
}

/** A consumer that keeps what it got. */
function reader(name: string, { topic = noted, verdict = () => 'ack' }: ReaderOptions = {}) {
  const deliveries: Delivery[] = [];
  const times: number[] = [];
  const acknowledged = new Set<number>();
  const consumer: Consumer = {
    name,
    topic,
    async deliver(delivery) {
      deliveries.push(delivery);
      times.push(performance.now());
      const n = Noted.safeParse(delivery.data).data?.n ?? Number.NaN;
      acknowledged.add(n);
      return verdict(n);
    },
  };
  return { consumer, deliveries, times, numbers: () => acknowledged };
}
