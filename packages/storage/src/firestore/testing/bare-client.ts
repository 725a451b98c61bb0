import { type DocumentReference, Firestore, type Timestamp } from '@google-cloud/firestore';
import { fieldsOf } from '../../documents/fields-of.ts';
import type { Collection, Query, Write } from '../../store.ts';

/** One call of a store. */
export type StoreCall =
  | { readonly kind: 'get'; readonly collection: Collection<unknown>; readonly ids: readonly string[] }
  | { readonly kind: 'query'; readonly collection: Collection<unknown>; readonly query: Query }
  | { readonly kind: 'commit'; readonly writes: readonly Write[] };

/** Google's client doing what a store did, and nothing else: what a program without a store of ours would wait for. */
export interface BareClient {
  /** Repeats the calls one after the other, on documents of its own. Resolves to the milliseconds it took. */
  repeat(calls: readonly StoreCall[]): Promise<number>;
  close(): Promise<void>;
}

export function createBareClient(projectId: string): BareClient {
  const firestore = new Firestore({ projectId });
  let repetitions = 0;
  return {
    async repeat(calls) {
      repetitions += 1;
      const perform = prepare(firestore, `bare-${repetitions}-`, calls);
      const begin = performance.now();
      for (const one of perform) await one();
      return performance.now() - begin;
    },
    close: () => firestore.terminate(),
  };
}

type Prepared = () => Promise<unknown>;

/** Whatever can be made beforehand is: a bare program has its documents at hand. */
function prepare(firestore: Firestore, prefix: string, calls: readonly StoreCall[]): readonly Prepared[] {
  const written = new Map<string, Timestamp>();

  function referenceOf({ name, parent }: Collection<unknown>, id: string): DocumentReference {
    const [first = '', second] = id.split('/');
    return second === undefined
      ? firestore.doc(`${name}/${prefix}${first}`)
      : firestore.doc(`${parent}/${prefix}${first}/${name}/${second}`);
  }

  function commit(writes: readonly Write[]): Prepared {
    const prepared = writes.map((write) => ({
      write,
      reference: referenceOf(write.collection, write.id),
      data: dataOf(write),
    }));
    return async () => {
      const batch = firestore.batch();
      for (const { write, reference, data } of prepared) {
        const lastUpdateTime = written.get(reference.path);
        if (write.kind === 'create') batch.create(reference, data);
        else if (write.kind === 'delete') batch.delete(reference);
        else if (write.kind === 'replace' && lastUpdateTime !== undefined)
          batch.update(reference, data, { lastUpdateTime });
        else batch.set(reference, data);
      }
      const results = await batch.commit();
      for (const [at, { reference }] of prepared.entries()) {
        const { writeTime } = results[at] ?? {};
        if (writeTime !== undefined) written.set(reference.path, writeTime);
      }
    };
  }

  return calls.map((one) => {
    if (one.kind === 'commit') return commit(one.writes);
    if (one.kind === 'query') return () => queryOf(firestore, one.collection, one.query).get();
    const references = one.ids.map((id) => referenceOf(one.collection, id));
    return () => firestore.getAll(...references);
  });
}

const dataOf = (write: Write) => (write.kind === 'delete' ? {} : { ...fieldsOf(structuredClone(write.data)) });

function queryOf(firestore: Firestore, { name }: Collection<unknown>, { where, orderBy, limit }: Query) {
  const direction = orderBy.direction === 'ascending' ? 'asc' : 'desc';
  return Object.entries(where)
    .reduce(
      (query, [field, value]) => query.where(field, Array.isArray(value) ? 'in' : '==', value),
      firestore.collection(name).limit(limit),
    )
    .orderBy(orderBy.field, direction);
}
