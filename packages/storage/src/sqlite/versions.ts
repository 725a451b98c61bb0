import type { SqliteDatabase } from './sqlite-database.ts';

const reserved = 1_000_000;

/**
 * Numbers that are never given twice for the same file, not even after a deletion or a crash: the file says up to where
 * they may have been used, and a million are reserved with each write to it.
 */
export interface Versions {
  /** To be called inside a write. */
  next(): number;
}

export function createVersions(database: SqliteDatabase): Versions {
  let last = 0;
  let bound = 0;
  // The reservation may have been rolled back, so it is made again, from what the file says then.
  database.listen({ rolledBack: () => (bound = 0) });

  function reserve(): void {
    database
      .prepare('CREATE TABLE IF NOT EXISTS store_versions (only INTEGER PRIMARY KEY, bound INTEGER NOT NULL)')
      .run();
    const found = database.prepare('SELECT bound FROM store_versions').get()?.['bound'];
    last = Math.max(last, Number(found ?? 0));
    bound = last + reserved;
    database.prepare('INSERT OR REPLACE INTO store_versions VALUES (1, ?)').run(bound);
  }

  return {
    next() {
      if (last >= bound) reserve();
      last += 1;
      return last;
    },
  };
}
