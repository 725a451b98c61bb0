import { collectionPath } from '../documents/document-id.ts';
import { isExpired } from '../documents/expiry.ts';
import type { Collection } from '../store.ts';
import type { Column } from './column-values.ts';
import type { DocumentTable } from './document-table.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export interface RecentDocument {
  readonly version: number;
  readonly text: string;
  /** Of the table that wrote it; a declaration with other indexes has other columns. */
  readonly columns: readonly Column[];
  readonly table: DocumentTable;
  readonly expiresAt: unknown;
}

/**
 * The documents that were written last, as they stand in the open transaction: this process is the only writer of its
 * file, so nobody else can make them stale. A rollback forgets them all.
 */
export interface RecentDocuments {
  get(collection: Collection<unknown>, id: string, now: number): RecentDocument | undefined;
  keep(collection: Collection<unknown>, id: string, document: RecentDocument): void;
  forget(collection: Collection<unknown>, id: string): void;
  forgetAll(): void;
}

/** Longer than a busy machine takes from the first write of an action to its last. */
const keptMax = 1_000;
/** Larger ones are read again, so that what is kept never exceeds 8 MB of plain text. */
const textCharsMax = 8_000;

export function createRecentDocuments(database: SqliteDatabase): RecentDocuments {
  const kept = new Map<string, RecentDocument>();
  const keyOf = (collection: Collection<unknown>, id: string) => `${collectionPath(collection)}|${id}`;
  database.listen({ rolledBack: () => kept.clear() });

  /** A map keeps the order in which keys came: the first one is the longest unused. */
  function forgetOldest(): void {
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      return;
    }
  }

  return {
    get(collection, id, now) {
      const document = kept.get(keyOf(collection, id));
      return document === undefined || isExpired(document.expiresAt, now) ? undefined : document;
    },
    keep(collection, id, document) {
      const key = keyOf(collection, id);
      kept.delete(key);
      if (document.text.length > textCharsMax) return;
      kept.set(key, document);
      if (kept.size > keptMax) forgetOldest();
    },
    forget: (collection, id) => void kept.delete(keyOf(collection, id)),
    forgetAll: () => kept.clear(),
  };
}
