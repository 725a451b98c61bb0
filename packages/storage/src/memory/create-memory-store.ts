import { AppError, type Clock, type Logger, silentLogger } from '@intexuraos/kernel';
import { checkWrites } from '../documents/check-writes.ts';
import { encodeCursor } from '../documents/cursor.ts';
import { checkId } from '../documents/document-id.ts';
import type { PurgingStore } from '../documents/expiry.ts';
import { planQuery } from '../documents/plan-query.ts';
import { type RawDocument, readDocument, readDocuments } from '../documents/read-document.ts';
import { uniqueIds } from '../documents/unique-ids.ts';
import type { Collection, CommitOutcome, Page, Query, Stored, Write } from '../store.ts';
import { selectRows } from './select-rows.ts';
import { createTables, type Row } from './tables.ts';

export interface MemoryStoreOptions {
  readonly clock: Clock;
  readonly log?: Logger;
}

/**
 * A store that forgets, for tests and simulations: no timers, no randomness, each operation is one step.
 * It keeps text, so what goes in and what comes out never share an object.
 */
export function createMemoryStore({ clock, log = silentLogger }: MemoryStoreOptions): PurgingStore {
  const tables = createTables();
  let version = 0;
  let closed = false;

  const now = (): number => {
    if (closed) throw new AppError('UNAVAILABLE', 'The store is closed');
    return clock.now();
  };

  async function get<T>(collection: Collection<T>, id: string): Promise<Stored<T> | null> {
    checkId(collection, id);
    const readAt = now();
    const row = tables.live(collection, id, readAt);
    return row === undefined ? null : readDocument(collection, rawDocument(row, readAt));
  }

  async function query<T>(collection: Collection<T>, asked: Query): Promise<Page<T>> {
    const plan = planQuery(collection, asked);
    const readAt = now();
    const { rows, more } = selectRows(tables.allLive(collection, readAt), plan);
    const raw = rows.map(({ row }) => rawDocument(row, readAt));
    const last = rows.at(-1);
    const nextCursor = more && last !== undefined ? encodeCursor(collection, asked, last.position) : null;
    return { docs: readDocuments(collection, raw, log), nextCursor, readAt };
  }

  async function commit(writes: readonly Write[]): Promise<CommitOutcome> {
    checkWrites(writes);
    const committedAt = now();
    const rows = writes.map((write) => tables.prepare(write, version + 1));
    const index = writes.findIndex((write) => !tables.allows(write, committedAt));
    if (index >= 0) return { outcome: 'conflict', index };
    version += 1;
    writes.forEach((write, at) => tables.apply(write, rows[at]));
    return { outcome: 'committed', versions: writes.map(() => version), committedAt };
  }

  return {
    get,
    getMany: async (collection, ids) => {
      const found = await Promise.all(uniqueIds(ids).map((id) => get(collection, id)));
      return found.filter((stored) => stored !== null);
    },
    query,
    commit,
    ping: async () => void now(),
    close: async () => {
      closed = true;
    },
    purgeExpired: async (limit) => tables.purge(now(), limit),
  };
}

function rawDocument({ id, version, text }: Row, readAt: number): RawDocument {
  return { id, version, readAt, content: (): unknown => JSON.parse(text) };
}
