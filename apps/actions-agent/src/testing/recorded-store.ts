import type { AppError } from '@intexuraos/kernel';
import type { Collection, Store, Write } from '@intexuraos/storage';

/** A store that writes down what is asked of it, and fails when it is told to. */
export interface RecordedStore extends Store {
  /** One line for each document that was read, as Firestore counts: a query that finds nothing costs one. */
  readonly reads: string[];
  /** One line for each document that was written. */
  readonly writes: string[];
  /** Everything that has been written through here, by collection and id: what is stored now. */
  documents(): Readonly<Record<string, string>>;
  /** The names of the documents that are not as they were in `before`. */
  changedSince(before: Readonly<Record<string, string>>): readonly string[];
  /** What every call throws from now on; null for none. */
  failsWith(error: AppError | null): void;
}

export function recordStore(store: Store): RecordedStore {
  const reads: string[] = [];
  const writes: string[] = [];
  const documents = new Map<string, string>();
  let failure: AppError | null = null;
  const check = () => {
    if (failure !== null) throw failure;
  };
  return {
    ...store,
    reads,
    writes,
    documents: () => Object.fromEntries(documents),
    changedSince: (before) => [...documents.keys()].filter((key) => documents.get(key) !== before[key]),
    failsWith: (error) => {
      failure = error;
    },
    async get(collection, id) {
      check();
      reads.push(`get ${nameOf(collection)}`);
      return store.get(collection, id);
    },
    async getMany(collection, ids) {
      check();
      reads.push(...ids.map(() => `get ${nameOf(collection)}`));
      return store.getMany(collection, ids);
    },
    async query(collection, query) {
      check();
      const page = await store.query(collection, query);
      const line = `query ${nameOf(collection)} by ${[...Object.keys(query.where), query.orderBy.field].join(', ')}`;
      reads.push(...Array.from({ length: Math.max(1, page.docs.length) }, () => line));
      return page;
    },
    async commit(batch, durability) {
      check();
      const outcome = await store.commit(batch, durability);
      if (outcome.outcome === 'conflict') return outcome;
      writes.push(...batch.map(lineOf));
      for (const write of batch) remember(documents, write);
      return outcome;
    },
    async ping() {
      check();
      return store.ping();
    },
  };
}

const nameOf = ({ name, parent }: Collection<unknown>) => (parent === undefined ? name : `${parent}/*/${name}`);

const keyOf = ({ collection, id }: Write) => `${nameOf(collection)}/${id}`;

function remember(documents: Map<string, string>, write: Write): void {
  if (write.kind === 'delete') documents.delete(keyOf(write));
  else documents.set(keyOf(write), JSON.stringify(write.data));
}

function lineOf(write: Write): string {
  const status = write.kind !== 'delete' && 'status' in write.data ? `, now ${String(write.data.status)}` : '';
  return `${write.kind} ${nameOf(write.collection)}${status}`;
}
