import { Firestore } from '@google-cloud/firestore';
import { AppError, type Logger, type Random, silentLogger, systemRandom } from '@intexuraos/kernel';
import { checkWrites } from '../documents/check-writes.ts';
import { encodeCursor } from '../documents/cursor.ts';
import { checkId } from '../documents/document-id.ts';
import { planQuery } from '../documents/plan-query.ts';
import { readDocument, readDocuments } from '../documents/read-document.ts';
import { uniqueIds } from '../documents/unique-ids.ts';
import type { Collection, CommitOutcome, Page, Query, Store, Stored, Write } from '../store.ts';
import { commitBatch } from './commit-batch.ts';
import { referenceOf } from './document-paths.ts';
import { toRawDocument } from './document-snapshot.ts';
import { asAppError, withinDeadline } from './firestore-error.ts';
import { prepareWrite } from './prepared-write.ts';
import { selectPage } from './select-page.ts';

export interface FirestoreStoreOptions {
  /** A client to use, which `close` ends; or the project to make one for, by Google's own rules for finding credentials. */
  readonly firestore?: Firestore;
  readonly projectId?: string;
  /** After which a call is given up; 8,000 unless said. */
  readonly deadlineMs?: number;
  readonly log?: Logger;
  readonly random?: Random;
}

/** The store at scale. Needs the indexes that `firestoreIndexes` derives from the collections. */
export function createFirestoreStore(options: FirestoreStoreOptions): Store {
  const { projectId, deadlineMs = 8_000, log = silentLogger, random = systemRandom } = options;
  const firestore = options.firestore ?? new Firestore(projectId === undefined ? {} : { projectId });
  let closed = false;

  async function call<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw new AppError('UNAVAILABLE', 'The store is closed');
    try {
      return await withinDeadline(work(), deadlineMs);
    } catch (error) {
      throw asAppError(error);
    }
  }

  /** The time of Firestore itself. */
  async function serverTime(): Promise<number> {
    const { readTime } = await call(() => firestore.doc('storage/ping').get());
    return readTime.toMillis();
  }

  async function getMany<T>(collection: Collection<T>, ids: readonly string[]): Promise<readonly Stored<T>[]> {
    const unique = uniqueIds(ids);
    for (const id of unique) checkId(collection, id);
    if (unique.length === 0) return [];
    const references = unique.map((id) => referenceOf(firestore, collection, id));
    const snapshots = await call(() => firestore.getAll(...references));
    const found = snapshots.map((snapshot) => toRawDocument(collection, snapshot)).filter((raw) => raw !== null);
    return found.map((raw) => readDocument(collection, raw));
  }

  async function query<T>(collection: Collection<T>, asked: Query): Promise<Page<T>> {
    const plan = planQuery(collection, asked);
    const { rows, readAt } = await call(() => selectPage(firestore, collection, plan));
    const page = rows.slice(0, plan.limit);
    const last = rows.length > page.length ? page.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor(collection, asked, last.position);
    const raw = page.map((row) => row.raw);
    return { docs: readDocuments(collection, raw, log), nextCursor, readAt };
  }

  async function commit(writes: readonly Write[]): Promise<CommitOutcome> {
    checkWrites(writes);
    if (writes.length === 0) return { outcome: 'committed', versions: [], committedAt: await serverTime() };
    const commitId = random.uuid();
    const prepared = writes.map((write) => {
      return prepareWrite(write, referenceOf(firestore, write.collection, write.id), commitId);
    });
    return call(() => commitBatch(firestore, prepared));
  }

  return {
    get: async (collection, id) => (await getMany(collection, [id]))[0] ?? null,
    getMany,
    query,
    commit,
    ping: async () => void (await serverTime()),
    async close() {
      if (closed) return;
      closed = true;
      await firestore.terminate();
    },
  };
}
