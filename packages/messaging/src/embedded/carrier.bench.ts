/**
 * What a message costs: `node --conditions=source src/embedded/carrier.bench.ts`. Figures of one run compare with each
 * other only; "bare rows" is the same SQLite file doing nothing but the insert and the delete of each message.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineTopic } from '@intexuraos/contracts';
import { silentLogger, systemClock, systemRandom } from '@intexuraos/kernel';
import type { Durability } from '@intexuraos/storage';
import { openSqliteDatabase, type SqliteDatabase } from '@intexuraos/storage/sqlite';
import { z } from 'zod';
import type { Verdict } from '../messaging.ts';
import { createEmbeddedCarrier } from './embedded-carrier.ts';

const Noted = z.object({ type: z.literal('test.noted'), n: z.number(), text: z.string() });
const noted = defineTopic({ event: 'test.noted', name: 'test-noted', variable: 'TEST_NOTED', schema: Noted });
const event = (n: number): Noted => ({ type: 'test.noted', n, text: 'x'.repeat(450) });
type Noted = z.infer<typeof Noted>;

interface Scenario {
  readonly name: string;
  /** Publishers, each of which waits for its message before the next. */
  readonly publishers: number;
  readonly messages: number;
  /** Sets up what is measured; the result publishes one message. */
  readonly prepare: (database: SqliteDatabase, handled: () => void) => (n: number) => Promise<void>;
}

type Work = (database: SqliteDatabase) => Promise<unknown>;
const nothing: Work = async () => undefined;
const oneCommit: Work = (database) => database.write(() => undefined, 'flushed');
const fiveMs: Work = () => sleep(5);

function carrying(publishDurability: Durability, work: Work): Scenario['prepare'] {
  return (database, handled) => {
    const carrier = createEmbeddedCarrier(database, { clock: systemClock, log: silentLogger, publishDurability });
    const deliver = async (): Promise<Verdict> => {
      await work(database);
      handled();
      return 'ack';
    };
    carrier.attach({ name: 'reader', topic: noted, deliver });
    return (n) => carrier.publish(noted, event(n));
  };
}

const bareRows: Scenario['prepare'] = (database, handled) => {
  database.prepare('CREATE TABLE bare (id TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID').run();
  const insert = database.prepare('INSERT INTO bare VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM bare WHERE id = ?');
  return async (n) => {
    const id = systemRandom.uuid();
    await database.write(() => insert.run(id, JSON.stringify(event(n))), 'flushed');
    await database.write(() => remove.run(id), 'soon');
    handled();
  };
};

const scenarios: readonly Scenario[] = [1, 64].flatMap((publishers) => {
  const messages = publishers === 1 ? 5_000 : 40_000;
  return [
    { name: 'bare rows', publishers, messages, prepare: bareRows },
    { name: 'flushed', publishers, messages, prepare: carrying('flushed', nothing) },
    { name: 'flushed, one commit of work', publishers, messages, prepare: carrying('flushed', oneCommit) },
    { name: 'flushed, 5 ms of work', publishers, messages, prepare: carrying('flushed', fiveMs) },
    { name: 'soon', publishers, messages, prepare: carrying('soon', nothing) },
    { name: 'soon, one commit of work', publishers, messages, prepare: carrying('soon', oneCommit) },
    { name: 'soon, 5 ms of work', publishers, messages, prepare: carrying('soon', fiveMs) },
  ];
});

async function measure({ name, publishers, messages, prepare }: Scenario) {
  const folder = mkdtempSync(join(tmpdir(), 'carrier-bench-'));
  const database = openSqliteDatabase({ path: join(folder, 'store.db') });
  const all = Promise.withResolvers<void>();
  let handled = 0;
  const publish = prepare(database, () => {
    handled += 1;
    if (handled === messages) all.resolve();
  });
  const [cpu, flushes, start] = [process.cpuUsage(), database.flushes, performance.now()];
  let next = 0;
  const publisher = async () => {
    while (next < messages) await publish((next += 1));
  };
  await Promise.all([all.promise, ...Array.from({ length: publishers }, publisher)]);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const flushesPerMessage = (database.flushes - flushes) / messages;
  await sleep(50);
  await database.close();
  rmSync(folder, { recursive: true });
  return {
    scenario: name,
    publishers,
    'messages/s': Math.round(messages / seconds),
    'CPU us/message': Math.round((user + system) / messages),
    'flushes/message': Number(flushesPerMessage.toFixed(3)),
  };
}

const results = [];
for (const scenario of [...scenarios.slice(0, 2), ...scenarios]) results.push(await measure(scenario));
// The first two runs warm the machine up.
process.stdout.write(`${JSON.stringify(results.slice(2), null, 1)}\n`);
