import { collectionPath } from '../documents/document-id.ts';
import type { Collection } from '../store.ts';
import { type DocumentTable, openDocumentTable } from './document-table.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

/** The tables in use. */
export interface DocumentTables {
  /** Creates in the file what is missing, at the first use of the collection. */
  of(collection: Collection<unknown>): DocumentTable;
  /** Deletes up to `limit` documents that have expired at `now`; answers how many. To be called inside a write. */
  purge(now: number, limit: number): number;
}

export function createDocumentTables(database: SqliteDatabase): DocumentTables {
  const tables = new Map<Collection<unknown>, DocumentTable>();
  // Tables may have been created in what was rolled back.
  database.listen({ rolledBack: () => tables.clear() });

  function open(collection: Collection<unknown>): DocumentTable {
    const table = database.writeNow(() => openDocumentTable(database, collection));
    // Another declaration of the same collection may now lack a column that this one has added.
    for (const [other, { fields }] of tables) {
      if (collectionPath(other) === collectionPath(collection) && fields.length < table.fields.length)
        tables.delete(other);
    }
    tables.set(collection, table);
    return table;
  }

  return {
    of: (collection) => tables.get(collection) ?? open(collection),
    purge(now, limit) {
      let purged = 0;
      for (const { purge } of tables.values()) {
        if (purge !== null && purged < limit) purged += Number(purge.run(now, limit - purged).changes);
      }
      return purged;
    },
  };
}
