import { join } from 'node:path';
import { systemClock } from '@intexuraos/kernel';
import { createSqliteStore, openSqliteDatabase } from '@intexuraos/storage/sqlite';
import { type Stored, storedAction } from '../stored.ts';

/** What stands in the file after the machine has let go of it. */
export interface StoredFile extends Stored {
  /** `ok` for a file without damage, https://www.sqlite.org/pragma.html#pragma_integrity_check */
  readonly integrity: unknown;
}

/** Reads the file of a machine that does not run. */
export async function readStoredFile<T>(dataDir: string, read: (file: StoredFile) => Promise<T>): Promise<T> {
  const database = openSqliteDatabase({ path: join(dataDir, 'intexuraos.db') });
  const store = createSqliteStore(database, { clock: systemClock });
  const valueOf = (sql: string) => database.read(({ prepare }) => Object.values(prepare(sql).get() ?? {})[0]);
  try {
    return await read({
      integrity: valueOf('PRAGMA integrity_check'),
      deadLetters: Number(valueOf('SELECT count(*) FROM carrier_dead_letters')),
      action: (id) => storedAction(store, id),
    });
  } finally {
    await store.close();
  }
}
