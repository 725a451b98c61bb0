import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, systemClock, systemRandom } from '@intexuraos/kernel';
import type { Durability } from '@intexuraos/storage';
import { openSqliteDatabase } from '@intexuraos/storage/sqlite';
import { type CarrierUnderTest, contractSettings, describeCarrier } from '../messaging.contract.ts';
import { createEmbeddedCarrier } from './embedded-carrier.ts';

/** No jitter: each pause is as long as it can be. */
const random = { ...systemRandom, fraction: () => 1 };

async function open(path: string, publishDurability: Durability): Promise<CarrierUnderTest> {
  const database = openSqliteDatabase({ path });
  const settings = { ...contractSettings, clock: systemClock, log: silentLogger, random, publishDurability };
  const carrier = createEmbeddedCarrier(database, settings);
  return {
    carrier,
    async restart() {
      await database.close();
      return open(path, publishDurability);
    },
    async close() {
      await carrier.drain();
      await database.close();
      await rm(join(path, '..'), { recursive: true });
    },
  };
}

for (const durability of ['flushed', 'soon'] as const) {
  const features = { pauses: true, concurrent: true, durable: true };
  describeCarrier(`the embedded carrier, publishing ${durability},`, features, async () =>
    open(join(await mkdtemp(join(tmpdir(), 'carrier-')), 'store.db'), durability),
  );
}
