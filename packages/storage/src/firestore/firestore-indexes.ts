import type { Collection } from '../store.ts';
import { ownFields } from './stored-form.ts';

type Order = 'ASCENDING' | 'DESCENDING';
type QueryScope = 'COLLECTION' | 'COLLECTION_GROUP';

export interface CompositeIndex {
  readonly collectionGroup: string;
  readonly queryScope: QueryScope;
  readonly fields: readonly { readonly fieldPath: string; readonly order: Order }[];
}

export interface FieldOverride {
  readonly collectionGroup: string;
  readonly fieldPath: string;
  readonly ttl?: true;
  readonly indexes: readonly { readonly order: Order; readonly queryScope: QueryScope }[];
}

/** The content of `firestore.indexes.json` (https://firebase.google.com/docs/reference/firestore/indexes). */
export interface FirestoreIndexes {
  readonly indexes: readonly CompositeIndex[];
  readonly fieldOverrides: readonly FieldOverride[];
}

const orders: readonly Order[] = ['ASCENDING', 'DESCENDING'];

/**
 * All that Firestore has to know of the collections: an index per declared query and direction, no automatic index on
 * any other field (they cost writes, and 40,000 of them refuse a document), and the TTL policies.
 * Throws when two sub-collections share a name, because Firestore would search both at once.
 */
export function firestoreIndexes(collections: readonly Collection<unknown>[]): FirestoreIndexes {
  const names = collections.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`Two collections are called ${twice}: rename one`);
  return { indexes: collections.flatMap(compositeIndexes), fieldOverrides: collections.flatMap(fieldOverrides) };
}

function compositeIndexes(collection: Collection<unknown>): readonly CompositeIndex[] {
  const composite = collection.indexes.filter((index) => index.length > 1);
  return composite.flatMap((index) =>
    orders.map((order) => ({
      collectionGroup: collection.name,
      queryScope: scopeOf(collection),
      fields: index.map((fieldPath, at) => ({ fieldPath, order: at === index.length - 1 ? order : 'ASCENDING' })),
    })),
  );
}

function fieldOverrides(collection: Collection<unknown>): readonly FieldOverride[] {
  const { name: collectionGroup, indexes, expiresAtField } = collection;
  const queryScope = scopeOf(collection);
  const single = indexes.filter((index) => index.length === 1).flat();
  return [
    { collectionGroup, fieldPath: '*', indexes: [] },
    ...single.map((fieldPath) => ({
      collectionGroup,
      fieldPath,
      indexes: orders.map((order) => ({ order, queryScope })),
    })),
    ...(expiresAtField === undefined
      ? []
      : [{ collectionGroup, fieldPath: ownFields.expiry, ttl: true, indexes: [] } as const]),
  ];
}

const scopeOf = ({ parent }: Collection<unknown>): QueryScope =>
  parent === undefined ? 'COLLECTION' : 'COLLECTION_GROUP';
