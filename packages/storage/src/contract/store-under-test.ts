import { AppError, type ErrorCode } from '@intexuraos/kernel';
import { type Collection, defineCollection, type IndexedValue, type Query, type Store } from '../store.ts';

/** What an implementation gives the suite. */
export interface StoreUnderTest {
  readonly store: Store;
  /** The time the store goes by (Unix milliseconds), to within `clockToleranceMs`. */
  readonly now: () => number;
  readonly clockToleranceMs: number;
  /** What the store has logged as a warning so far. */
  readonly warnings: readonly unknown[];
  /** Another store on the same documents; null where a file has one owner. */
  readonly reopen: (() => Promise<Store>) | null;
}

export interface Thing {
  readonly status?: IndexedValue;
  readonly owner?: IndexedValue;
  readonly at?: IndexedValue;
  readonly expiresAt?: number | null;
  readonly note?: unknown;
}

/** Nothing is checked, because the suite stores what no sane type would hold. */
export const asThing = (data: unknown): Thing => (typeof data === 'object' && data !== null ? data : {});

let collections = 0;

/** A collection that no other test uses, with the indexes that the suite's queries need. */
export function thingsCollection(options: Partial<Collection<Thing>> = {}): Collection<Thing> {
  collections += 1;
  return defineCollection<Thing>({
    name: `things_${collections}`,
    parse: asThing,
    indexes: [['at'], ['status', 'at'], ['owner', 'status', 'at']],
    ...options,
  });
}

/** Stores documents by id, each in a commit of its own, and answers with their versions. */
export async function seed(store: Store, collection: Collection<Thing>, things: Readonly<Record<string, object>>) {
  for (const [id, data] of Object.entries(things)) await created(store, collection, id, data);
}

export async function created(store: Store, collection: Collection<unknown>, id: string, data: object) {
  const outcome = await store.commit([{ kind: 'create', collection, id, data }]);
  if (outcome.outcome !== 'committed') throw new Error(`${id} existed already`);
  const [version] = outcome.versions;
  if (version === undefined) throw new Error('A commit of one write has one version');
  return version;
}

export async function idsOf(store: Store, collection: Collection<Thing>, query: Partial<Query>) {
  const { docs } = await store.query(collection, { ...byTime, ...query });
  return docs.map(({ id }) => id);
}

export const byTime: Query = { where: {}, orderBy: { field: 'at', direction: 'ascending' }, limit: 100 };
export const latestFirst = { field: 'at', direction: 'descending' } as const;

/** What a promise was rejected with. Throws when it was not, or not with an AppError. */
export async function errorOf(promise: Promise<unknown>): Promise<AppError> {
  const error: unknown = await promise.then(
    () => new Error('This was expected to be refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw error;
}

export const codeOf = async (promise: Promise<unknown>): Promise<ErrorCode> => (await errorOf(promise)).code;
