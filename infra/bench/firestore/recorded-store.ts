import type { Store } from '@intexuraos/storage';
import type { StoreCall } from '../../../packages/storage/src/firestore/testing/bare-client.ts';

/** What a store was asked for. */
export interface Record {
  readonly calls: readonly StoreCall[];
  /** One line for each document that was written. */
  readonly writes: readonly string[];
  /** One line for each document that was read, as Google bills it: a query that finds nothing costs one. */
  readonly reads: readonly string[];
}

export interface RecordedStore extends Store {
  /** What was asked since this was called last. */
  take(): Record;
}

export function recordStore(store: Store): RecordedStore {
  let [calls, writes, reads]: [StoreCall[], string[], string[]] = [[], [], []];
  return {
    ...store,
    take() {
      const record = { calls, writes, reads };
      [calls, writes, reads] = [[], [], []];
      return record;
    },
    get(collection, id) {
      calls.push({ kind: 'get', collection, ids: [id] });
      reads.push(`get ${collection.name}`);
      return store.get(collection, id);
    },
    getMany(collection, ids) {
      calls.push({ kind: 'get', collection, ids });
      reads.push(...ids.map(() => `get ${collection.name}`));
      return store.getMany(collection, ids);
    },
    async query(collection, query) {
      calls.push({ kind: 'query', collection, query });
      const page = await store.query(collection, query);
      reads.push(...Array.from({ length: Math.max(1, page.docs.length) }, () => `query ${collection.name}`));
      return page;
    },
    async commit(written, durability) {
      calls.push({ kind: 'commit', writes: written });
      writes.push(...written.map(({ kind, collection }) => `${kind} ${collection.name}`));
      return store.commit(written, durability);
    },
  };
}
