/**
 * A process to be killed: `node publish-until-killed.fixture.ts <store> <log> <first n> <durability>`. It publishes numbers
 * from `first n` on, and says in the log (appended at once, so the lines outlive it) which publish resolved (`accepted 7`)
 * and which were dealt with (`done 7`). Some deliveries fail, some are slow. With `first n` = -1 it publishes nothing, and ends once all was dealt with.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineTopic } from '@intexuraos/contracts';
import { silentLogger, systemClock } from '@intexuraos/kernel';
import { openSqliteDatabase } from '@intexuraos/storage/sqlite';
import { z } from 'zod';
import { createEmbeddedCarrier } from './embedded-carrier.ts';

const [path = '', log = '', first = '', durability = ''] = process.argv.slice(2);
const Noted = z.object({ type: z.literal('test.noted'), n: z.number() });
const noted = defineTopic({ event: 'test.noted', name: 'test-noted', variable: 'TEST_NOTED', schema: Noted });

const database = openSqliteDatabase({ path, lockWaitMs: 5_000 });
const carrier = createEmbeddedCarrier(database, {
  clock: systemClock,
  log: silentLogger,
  backoff: { firstMs: 5, maxMs: 40 },
  maxAttempts: 1_000,
  publishDurability: durability === 'soon' ? 'soon' : 'flushed',
});
database.prepare('CREATE TABLE IF NOT EXISTS carrier_test_sent (n INTEGER PRIMARY KEY)').run();
const insertSent = database.prepare('INSERT INTO carrier_test_sent VALUES (?)');

/** What a sender does that keeps an outbox: it notes that the message was told, after it was. */
async function tell(n: number): Promise<void> {
  await carrier.publish(noted, { type: 'test.noted', n });
  appendFileSync(log, `accepted ${n}\n`);
  await database.write(() => insertSent.run(n), 'soon');
}

carrier.attach({
  name: 'reader',
  topic: noted,
  async deliver({ data, attempt = 1 }) {
    const { n } = Noted.parse(data);
    if (n % 3 === 0) await sleep(n % 20);
    if (n % 7 === 0 && attempt < 3) return 'retry';
    appendFileSync(log, `done ${n}\n`);
    return 'ack';
  },
});

process.stdout.write('ready\n');
if (Number(first) >= 0) {
  for (let n = Number(first); ; n += 5) await Promise.all([n, n + 1, n + 2, n + 3, n + 4].map(tell));
}
