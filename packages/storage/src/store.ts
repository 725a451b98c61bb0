/**
 * The Store port: documents in collections, changed by conditional commits.
 * Implementations: `memory/`, `sqlite/`, `firestore/`; `store.contract.ts` is what they all promise.
 */

/** A value that a document may be found by. */
export type IndexedValue = string | number | boolean | null;

/** A kind of document. Declared once beside its owner; every implementation derives tables and indexes from it. */
export interface Collection<T> {
  /** As it is called in Firestore, e.g. `actions`. */
  readonly name: string;
  /**
   * For a sub-collection: its parent's name. Ids are then `<parent id>/<own id>`, and the parent's id holds no slash. Give
   * no two sub-collections the same name: a query is over all parents, and Firestore would search both.
   */
  readonly parent?: string;
  /** Turns what was stored, perhaps by an older version, into today's type. Throws when that is impossible. */
  readonly parse: (data: unknown) => T;
  /**
   * The queries that exist: each entry lists top-level fields, equality fields first, the order field last.
   * A query that no entry covers is refused by every implementation, because Firestore would refuse it in production.
   * A listed field holds a string, number, boolean or null, or is absent; anything else is VALIDATION_FAILED when written.
   * Each entry costs every write that changes one of its fields (Firestore: two index entries, one per direction).
   */
  readonly indexes: readonly (readonly string[])[];
  /**
   * The top-level field (Unix milliseconds) from which on the document is not found any more and may be created anew;
   * never when it is null, absent or no number. A condition on a version that has expired may hold or not.
   */
  readonly expiresAtField?: string;
}

export function defineCollection<T>(collection: Collection<T>): Collection<T> {
  return collection;
}

/** Names one stored state of one document; compare it by handing it back, never by value. */
export type Version = string | number;

export interface Stored<T> {
  readonly id: string;
  readonly data: T;
  readonly version: Version;
  /** The store's own clock when it answered (Unix milliseconds): what leases and expiry are compared with. */
  readonly readAt: number;
}

/**
 * One change. A commit applies all of its writes or none: at most 500, each to another document. An id is any well-formed
 * text of 1 to 500 characters; a document is JSON of at most a million bytes (else PAYLOAD_TOO_LARGE), and comes back as
 * `JSON.parse(JSON.stringify(data))` would.
 */
export type Write =
  | { readonly kind: 'create'; readonly collection: Collection<unknown>; readonly id: string; readonly data: object }
  | {
      readonly kind: 'replace';
      readonly collection: Collection<unknown>;
      readonly id: string;
      readonly data: object;
      /** The write happens only if the document is still in this state. */
      readonly expected: Version;
    }
  | { readonly kind: 'put'; readonly collection: Collection<unknown>; readonly id: string; readonly data: object }
  | {
      readonly kind: 'delete';
      readonly collection: Collection<unknown>;
      readonly id: string;
      readonly expected?: Version;
    };

/**
 * `flushed`: the promise resolves when the commit survives a power cut.
 * `soon`: applied at once and visible to every later read, flushed with the next `flushed` commit or within a few
 * milliseconds; only for what a sweep would repeat. Firestore treats both alike.
 */
export type Durability = 'flushed' | 'soon';

export type CommitOutcome =
  | { readonly outcome: 'committed'; readonly versions: readonly Version[]; readonly committedAt: number }
  /** Another writer was first: `index` is the write whose condition did not hold. Nothing was written. */
  | { readonly outcome: 'conflict'; readonly index: number };

export interface Query {
  /** Equality on top-level fields; an array means any of its values (at most 10, and 30 combinations with other arrays). */
  readonly where: Readonly<Record<string, IndexedValue | readonly IndexedValue[]>>;
  /** Booleans before numbers before strings (by their UTF-8 bytes); ties in the order of ids, in the same direction. */
  readonly orderBy: { readonly field: string; readonly direction: 'ascending' | 'descending' };
  /** Bounds on the order field, both inclusive; only values of their type are found. */
  readonly from?: IndexedValue;
  readonly to?: IndexedValue;
  /** 1 to 500. */
  readonly limit: number;
  /** `nextCursor` of an earlier page of the same query. A cursor of another query or made up is VALIDATION_FAILED. */
  readonly cursor?: string;
}

export interface Page<T> {
  readonly docs: readonly Stored<T>[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  readonly readAt: number;
}

/**
 * Every method throws `AppError('UNAVAILABLE')` when the store does not answer within its deadline and
 * `AppError('STORAGE_FULL')` when the disk is full. Documents whose order field is null or absent are not in a query.
 * A document that `parse` refuses is INTERNAL_ERROR to `get` and `getMany`; a query leaves it out and logs a warning.
 */
export interface Store {
  get<T>(collection: Collection<T>, id: string): Promise<Stored<T> | null>;
  /** In the order of `ids`; unknown ids are left out. At most 100. */
  getMany<T>(collection: Collection<T>, ids: readonly string[]): Promise<readonly Stored<T>[]>;
  query<T>(collection: Collection<T>, query: Query): Promise<Page<T>>;
  commit(writes: readonly Write[], durability?: Durability): Promise<CommitOutcome>;
  /** Resolves when a trivial read succeeds: for readiness probes. */
  ping(): Promise<void>;
  /** Flushes what is due and lets go of file and sockets. */
  close(): Promise<void>;
}
