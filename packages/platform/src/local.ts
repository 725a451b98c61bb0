import type { Metric } from '@intexuraos/http-server';
import { type Clock, type Logger, systemClock, systemRandom } from '@intexuraos/kernel';
import { createEmbeddedCarrier, type EmbeddedCarrier } from '@intexuraos/messaging/embedded';
import { createSqliteStore, openSqliteDatabase, type SqliteDatabase } from '@intexuraos/storage/sqlite';
import { createCrashPoint } from './crash-point.ts';
import type { Platform } from './platform.ts';

export interface LocalPlatform extends Platform {
  readonly carrier: EmbeddedCarrier;
  readonly metrics: readonly Metric[];
  /** Deletes a bounded number of expired documents. */
  purge(): Promise<void>;
  close(): Promise<void>;
}

const purgeBatch = 500;

/**
 * One machine: store and queue in one SQLite file. Senders keep what they have to tell in their documents, in the same
 * file, so a message need not be flushed by itself: whatever follows from it cannot survive without it.
 * Throws when the file is in use, damaged, or of a newer version.
 */
export function openLocalPlatform({
  file,
  log,
  clock = systemClock,
}: {
  file: string;
  log: Logger;
  clock?: Clock;
}): LocalPlatform {
  const database = openSqliteDatabase({ path: file, log });
  const store = createSqliteStore(database, { clock, log });
  const carrier = createEmbeddedCarrier(database, { clock, log, publishDurability: 'soon' });
  return {
    store,
    publisher: carrier,
    commitAndPublish: (writes, durability, messages) =>
      store.commitAlong(writes, durability, () => carrier.publishWithin(messages)),
    carrier,
    metrics: [flushesOf(database)],
    clock,
    random: systemRandom,
    log,
    pace: { worksAfterAnswer: true, markDelayMs: 1_000, heardDelayMs: 20 },
    crashPoint: createCrashPoint,
    purge: async () => {
      await store.purgeExpired(purgeBatch);
    },
    close: () => store.close(),
  };
}

const flushesOf = (database: SqliteDatabase): Metric => ({
  name: 'storage_flushes_total',
  help: 'Transactions that were waited for to be on the disk.',
  kind: 'counter',
  samples: () => [{ labels: {}, value: database.flushes }],
});
