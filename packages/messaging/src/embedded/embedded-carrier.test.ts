import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { defineTopic } from '@intexuraos/contracts';
import { systemClock, systemRandom } from '@intexuraos/kernel';
import { openSqliteDatabase, type SqliteDatabase } from '@intexuraos/storage/sqlite';
import { createRecordingLogger } from '@intexuraos/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Consumer, type Delivery, messageOf, type Verdict } from '../messaging.ts';
import { createEmbeddedCarrier, type EmbeddedCarrier, type EmbeddedCarrierOptions } from './embedded-carrier.ts';

const Noted = z.object({ type: z.literal('test.noted'), n: z.number(), text: z.string().optional() });
const noted = defineTopic({ event: 'test.noted', name: 'test-noted', variable: 'TEST_NOTED', schema: Noted });

let folder: string;
let database: SqliteDatabase;
let carrier: EmbeddedCarrier;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carrier-'));
  start();
});
afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

const log = createRecordingLogger();

function start(options: Partial<EmbeddedCarrierOptions> = {}, flushSoonMs = 5): void {
  database = openSqliteDatabase({ path: join(folder, 'store.db'), flushSoonMs });
  const random = { ...systemRandom, fraction: () => 1 };
  const backoff = { firstMs: 10, maxMs: 100 };
  carrier = createEmbeddedCarrier(database, { clock: systemClock, log, random, backoff, maxAttempts: 3, ...options });
}

async function stop(): Promise<void> {
  await carrier.drain();
  await database.close();
}

async function restart(options: Partial<EmbeddedCarrierOptions> = {}): Promise<void> {
  await stop();
  start(options);
}

const publish = (n: number, text = '') => carrier.publish(noted, { type: 'test.noted', n, text });
const publishMany = (count: number) => Promise.all(Array.from({ length: count }, (_, n) => publish(n)));
const numberIn = ({ data }: Delivery): number => Noted.parse(data).n;

function consumer(name: string, deliver: (delivery: Delivery) => Verdict | Promise<Verdict>): Consumer {
  return { name, topic: noted, deliver: async (delivery) => deliver(delivery) };
}

function rows(): number {
  return Number(database.prepare('SELECT count(*) AS n FROM carrier_messages').get()?.['n']);
}

async function until(done: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !done(); await sleep(2)) {
    if (Date.now() > deadline) throw new Error('not done within 10 s');
  }
}

test('what a consumer does not want is neither delivered to it nor kept for it', async () => {
  const seen: number[] = [];
  const wants = (event: object) => Noted.parse(event).n % 2 === 0;
  const take = (delivery: Delivery) => (seen.push(numberIn(delivery)), 'retry' as const);
  carrier.attach({ ...consumer('picky', take), wants });
  await publishMany(4);
  await until(() => seen.length >= 2);
  expect([[...new Set(seen)], rows()]).toEqual([[0, 2], 2]);
});

test('publish waits for the disk, and its delivery has begun by then', async () => {
  let begun = 0;
  const never = Promise.withResolvers<Verdict>();
  carrier.attach(
    consumer('reader', () => {
      begun += 1;
      return never.promise;
    }),
  );
  const before = database.flushes;
  const published = publish(1);
  expect(begun).toBe(0);
  await Promise.resolve();
  expect(begun).toBe(1);
  expect(database.flushes).toBe(before);
  await published;
  expect([database.flushes, rows()]).toEqual([before + 1, 1]);
  never.resolve('ack');
  await until(() => rows() === 0);
});

test('publishing soon, a message that is acknowledged at once never touches the disk', async () => {
  await restart({ publishDurability: 'soon' });
  let delivered = 0;
  carrier.attach(
    consumer('reader', () => {
      delivered += 1;
      return 'ack';
    }),
  );
  const changesSoFar = () => database.prepare('SELECT total_changes() AS n').get()?.['n'];
  const before = changesSoFar();
  await publishMany(200);
  expect(delivered).toBe(200);
  expect(changesSoFar()).toBe(before);
});

test('publishing soon, a message that is not acknowledged is a row once publish resolves', async () => {
  await restart({ publishDurability: 'soon' });
  const never = Promise.withResolvers<Verdict>();
  carrier.attach(consumer('reader', () => never.promise));
  await publishMany(3);
  expect(rows()).toBe(3);
  never.resolve('ack');
  await until(() => rows() === 0);
});

test('messages wait for a consumer that is named but not attached yet; others are dropped', async () => {
  await publish(1);
  expect(rows()).toBe(0);
  await restart({ consumers: [{ name: 'reader', topic: noted }] });
  await publishMany(3);
  expect(rows()).toBe(3);
  const seen: number[] = [];
  carrier.attach(consumer('reader', (delivery) => (seen.push(numberIn(delivery)), 'ack')));
  await until(() => rows() === 0);
  expect(new Set(seen)).toEqual(new Set([0, 1, 2]));
});

test('what does not fit into memory is read back from its rows, each message once', async () => {
  await restart({ held: 8, concurrency: 4 });
  const seen: number[] = [];
  let most = 0;
  let running = 0;
  carrier.attach(
    consumer('reader', async (delivery): Promise<Verdict> => {
      most = Math.max(most, (running += 1));
      await turn();
      running -= 1;
      seen.push(numberIn(delivery));
      return 'ack';
    }),
  );
  await publishMany(500);
  await until(() => seen.length >= 500 && rows() === 0);
  expect(new Set(seen).size).toBe(500);
  expect(seen).toHaveLength(500);
  expect(most).toBe(4);
});

test('failures that do not fit into memory come again when they are due', async () => {
  await restart({ held: 8, concurrency: 4 });
  const attempts = new Map<number, number>();
  carrier.attach(
    consumer('reader', (delivery) => {
      const count = (attempts.get(numberIn(delivery)) ?? 0) + 1;
      attempts.set(numberIn(delivery), count);
      return count === 2 ? 'ack' : 'retry';
    }),
  );
  await publishMany(100);
  await until(() => rows() === 0);
  expect([...attempts.values()].every((count) => count === 2)).toBe(true);
  expect(attempts.size).toBe(100);
});

test('a consumer with a long queue does not keep another one waiting', async () => {
  const order: string[] = [];
  const names = ['busy', 'other'];
  for (const name of names) carrier.attach(consumer(name, () => (order.push(name), 'ack')));
  await publishMany(1_000);
  await until(() => order.length === 2_000);
  expect(order.slice(0, 200).filter((name) => name === 'other').length).toBeGreaterThan(50);
});

test('consumers that publish to each other do not starve timers and sockets', async () => {
  let delivered = 0;
  carrier.attach(
    consumer('echo', (delivery) => {
      delivered += 1;
      void publish(numberIn(delivery) + 1);
      return 'ack';
    }),
  );
  await publish(0);
  const before = delivered;
  await turn();
  await turn();
  expect(delivered - before).toBeLessThan(1_000);
});

test('a dead letter survives a restart and can be redriven, with fresh attempts', async () => {
  let verdict: Verdict = 'retry';
  const attempts: (number | undefined)[] = [];
  const reader = consumer('reader', ({ attempt }) => (attempts.push(attempt), verdict));
  carrier.attach(reader);
  await publish(7, 'poison');
  await until(() => attempts.length === 3);
  await restart();
  const [letter] = await carrier.deadLetters(10);
  expect(letter).toMatchObject({
    consumer: 'reader',
    topic: 'test.noted',
    data: { n: 7, text: 'poison' },
    attempts: 3,
  });
  carrier.attach(reader);
  verdict = 'ack';
  expect(await carrier.redrive(letter?.id ?? '')).toBe(true);
  expect(await carrier.redrive(letter?.id ?? '')).toBe(false);
  await until(() => attempts.length === 4 && rows() === 0);
  expect(attempts).toEqual([1, 2, 3, 1]);
  expect(await carrier.deadLetters(10)).toEqual([]);
});

test('a message whose delivery never ended is counted at each start, and given up in the end', async () => {
  const attempts: (number | undefined)[] = [];
  const killer = consumer('killer', ({ attempt }) => {
    attempts.push(attempt);
    return new Promise<Verdict>(() => undefined);
  });
  carrier.attach(killer);
  await publish(1);
  for (let starts = 2; starts <= 5; starts += 1) {
    // Stands for the death of the process: nothing is drained.
    await database.close();
    start();
    carrier.attach(killer);
    await until(() => attempts.length === starts || rows() === 0);
  }
  expect(attempts).toEqual([1, 1, 2, 3]);
  await until(() => rows() === 0);
  expect(await carrier.deadLetters(10)).toMatchObject([{ consumer: 'killer', attempts: 3 }]);
}, 30_000);

test('a full disk refuses the publisher, and everything goes on when there is room again', async () => {
  await restart({ maxAttempts: 100 });
  const pages = (limit: string) => database.prepare(`PRAGMA max_page_count${limit}`).get()?.['max_page_count'];
  const size = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
  const seen = new Set<number>();
  let blocked = true;
  carrier.attach(
    consumer('reader', (delivery) => {
      seen.add(numberIn(delivery));
      return blocked ? 'retry' : 'ack';
    }),
  );
  pages(` = ${size + 6}`);
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => publish(n, 'x'.repeat(4_000))));
  const refusal = { code: 'STORAGE_FULL' };
  expect(outcomes).toContainEqual({ status: 'rejected', reason: expect.objectContaining(refusal) });
  pages(' = 100000');
  await publish(99);
  blocked = false;
  await until(() => seen.has(99) && rows() === 0);
  await restart();
  carrier.attach(consumer('reader', () => 'ack'));
  await sleep(100);
  expect(rows()).toBe(0);
}, 20_000);

test('what is published within a write is there if the write is, and only then', async () => {
  const seen: number[] = [];
  carrier.attach(consumer('reader', (delivery) => (seen.push(numberIn(delivery)), 'retry')));
  const numbered = (n: number) => messageOf(noted, { type: 'test.noted', n });
  await database.write(() => carrier.publishWithin([numbered(1), numbered(2)]), 'flushed');
  expect(rows()).toBe(2);
  const failing = database.write(() => {
    carrier.publishWithin([numbered(3)]);
    throw new Error('the write that it is part of');
  }, 'flushed');
  await expect(failing).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(rows()).toBe(2);
  await until(() => seen.includes(1) && seen.includes(2));
});

test('an acknowledgement that a failed flush took back is written again', async () => {
  await stop();
  start({}, 60_000);
  carrier.attach(consumer('reader', () => 'ack'));
  await publish(1);
  await until(() => rows() === 0);
  const failing = database.write(() => {
    throw new Error('this write takes the others with it');
  }, 'flushed');
  await expect(failing).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(rows()).toBe(1);
  await until(() => rows() === 0);
});

test('an event that stays in the process is handed over with its type; one from a row is not, so it is checked', async () => {
  const types: (Delivery['typedBy'] | 'none')[] = [];
  const reader = consumer('reader', (delivery) => {
    types.push(delivery.typedBy ?? 'none');
    return 'ack';
  });
  carrier.attach(reader);
  await publish(1);
  await until(() => types.length === 1);
  await restart({ consumers: [reader] });
  await publish(2);
  carrier.attach(reader);
  await until(() => types.length === 2);
  expect(types).toEqual([noted, 'none']);
});
