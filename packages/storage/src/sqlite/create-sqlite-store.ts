import type { StatementSync } from 'node:sqlite';
import { type Clock, type Logger, silentLogger, systemClock } from '@intexuraos/kernel';
import { checkWrites } from '../documents/check-writes.ts';
import { encodeCursor } from '../documents/cursor.ts';
import { checkId } from '../documents/document-id.ts';
import type { PurgingStore } from '../documents/expiry.ts';
import { planQuery } from '../documents/plan-query.ts';
import { readDocument, readDocuments } from '../documents/read-document.ts';
import { uniqueIds } from '../documents/unique-ids.ts';
import type { Collection, CommitOutcome, Durability, Page, Query, Stored, Write } from '../store.ts';
import { applyWrites, prepareWrite } from './apply-writes.ts';
import { createDocumentTables } from './document-tables.ts';
import { createRecentDocuments } from './recent-documents.ts';
import { openSqliteDatabase, type SqliteDatabase, type SqliteDatabaseOptions } from './sqlite-database.ts';
import { createVersions } from './versions.ts';

export interface SqliteStoreOptions {
  readonly clock?: Clock;
  readonly log?: Logger;
}

export interface SqliteStore extends PurgingStore {
  /** As `commit`. What `along` writes into the same file is in the same transaction; it is called only if the writes happen. */
  commitAlong(writes: readonly Write[], durability: Durability, along: () => void): Promise<CommitOutcome>;
}

/** A store on a file of its own; see `openSqliteDatabase` for what may be refused. */
export function openSqliteStore(options: SqliteDatabaseOptions & SqliteStoreOptions): SqliteStore {
  return createSqliteStore(openSqliteDatabase(options), options);
}

/**
 * The store on an open database, which its `close` closes. Reads see writes that are not flushed yet; should that flush
 * fail, they are gone again.
 */
export function createSqliteStore(database: SqliteDatabase, options: SqliteStoreOptions = {}): SqliteStore {
  const { clock = systemClock, log = silentLogger } = options;
  const tables = createDocumentTables(database);
  const versions = createVersions(database);
  const recent = createRecentDocuments(database);

  async function get<T>(collection: Collection<T>, id: string): Promise<Stored<T> | null> {
    checkId(collection, id);
    const { get: select, expires } = tables.of(collection);
    const readAt = clock.now();
    const known =
      database.read(() => recent.get(collection, id, readAt)) ?? rowOf(select, expires ? [id, readAt] : [id]);
    if (known === undefined) return null;
    const { version, text } = known;
    return readDocument(collection, { id, version, readAt, content: (): unknown => JSON.parse(text) });
  }

  function rowOf(select: StatementSync, parameters: readonly (string | number)[]) {
    const row = database.read(() => select.get(...parameters));
    return row === undefined ? undefined : { version: Number(row[0]), text: String(row[1]) };
  }

  async function query<T>(collection: Collection<T>, asked: Query): Promise<Page<T>> {
    const plan = planQuery(collection, asked);
    const { selectPage } = tables.of(collection);
    const readAt = clock.now();
    const rows = database.read(() => selectPage(plan, readAt));
    const page = rows.slice(0, plan.limit);
    const last = page.at(-1);
    const position = rows.length > page.length && last ? { value: last.orderValue, id: last.id } : null;
    const raw = page.map(({ id, version, text }) => ({
      id,
      version,
      readAt,
      content: (): unknown => JSON.parse(text),
    }));
    const nextCursor = position === null ? null : encodeCursor(collection, asked, position);
    return { docs: readDocuments(collection, raw, log), nextCursor, readAt };
  }

  async function commitAlong(
    writes: readonly Write[],
    durability: Durability,
    along: () => void,
  ): Promise<CommitOutcome> {
    checkWrites(writes);
    const prepared = writes.map((write) => prepareWrite(write, tables.of(write.collection)));
    return database.write(() => {
      const outcome = applyWrites(prepared, { version: versions.next(), now: clock.now(), recent });
      if (outcome.outcome === 'committed') along();
      return outcome;
    }, durability);
  }

  async function purgeExpired(limit: number): Promise<number> {
    // A clock that is set back must not bring back from memory what is gone from the file.
    recent.forgetAll();
    return database.write(() => tables.purge(clock.now(), limit), 'soon');
  }

  return {
    get,
    getMany: async (collection, ids) => {
      const found = await Promise.all(uniqueIds(ids).map((id) => get(collection, id)));
      return found.filter((stored) => stored !== null);
    },
    query,
    commit: (writes, durability = 'flushed') => commitAlong(writes, durability, () => undefined),
    commitAlong,
    ping: () => database.ping(),
    close: () => database.close(),
    purgeExpired,
  };
}
