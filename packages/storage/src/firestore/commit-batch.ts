import {
  type DocumentSnapshot,
  FieldPath,
  type Firestore,
  type Timestamp,
  type WriteResult,
} from '@google-cloud/firestore';
import { AppError } from '@intexuraos/kernel';
import type { CommitOutcome } from '../store.ts';
import { isForgotten } from './document-snapshot.ts';
import { isConflict } from './firestore-error.ts';
import { addTo, type PreparedWrite, versionAfter } from './prepared-write.ts';
import { ownFields } from './stored-form.ts';
import { parseVersion, versionOf } from './stored-version.ts';

const attemptsMax = 3;

/** A write and the document as it is after the commit was refused. */
interface Refused {
  readonly prepared: PreparedWrite;
  readonly snapshot: DocumentSnapshot;
}

/**
 * One batch of writes with conditions, never a transaction: a transaction holds locks that rivals queue for, a condition
 * costs nothing. Of a refusal Firestore does not say which write caused it, so that is found out by reading.
 */
export async function commitBatch(
  firestore: Firestore,
  writes: readonly PreparedWrite[],
  attempt = 1,
): Promise<CommitOutcome> {
  const batch = firestore.batch();
  for (const write of writes) addTo(batch, write);
  const results = await batch.commit().catch((error: unknown) => {
    if (isConflict(error)) return null;
    throw error;
  });
  if (results !== null) return committed(writes, results);
  const refused = await readRefused(firestore, writes);
  const outcome = ownCommit(refused) ?? conflict(refused);
  if (outcome !== null) return outcome;
  if (attempt === attemptsMax) throw new AppError('UNAVAILABLE', 'Firestore refuses what nothing speaks against');
  return commitBatch(firestore, refused.map(takingThePlace), attempt + 1);
}

function committed(writes: readonly PreparedWrite[], results: readonly WriteResult[]): CommitOutcome {
  const [first] = results;
  if (first === undefined) throw new Error('Firestore answers with one result per write');
  return outcomeAt(writes, first.writeTime);
}

/** All documents of one commit have the same time. */
function outcomeAt(writes: readonly PreparedWrite[], time: Timestamp): CommitOutcome {
  return {
    outcome: 'committed',
    versions: writes.map((write) => versionAfter(write, time)),
    committedAt: time.toMillis(),
  };
}

async function readRefused(firestore: Firestore, writes: readonly PreparedWrite[]): Promise<readonly Refused[]> {
  const snapshots = await firestore.getAll(...writes.map(({ reference }) => reference));
  return writes.flatMap((prepared, at) => {
    const snapshot = snapshots[at];
    return snapshot === undefined ? [] : [{ prepared, snapshot }];
  });
}

/**
 * Google's client repeats a commit whose answer got lost, and the repetition fails on what the first one did. A document
 * that names this very commit proves that it was carried out, all of it.
 */
function ownCommit(refused: readonly Refused[]): CommitOutcome | null {
  for (const { prepared, snapshot } of refused) {
    const commitId: unknown = snapshot.get(new FieldPath(ownFields.commit));
    const isOwn = commitId !== undefined && commitId === prepared.fields[ownFields.commit];
    if (isOwn && snapshot.updateTime !== undefined) {
      const writes = refused.map((each) => each.prepared);
      return outcomeAt(writes, snapshot.updateTime);
    }
  }
  return null;
}

/** Null when all conditions hold by now, so that another attempt may succeed. */
function conflict(refused: readonly Refused[]): CommitOutcome | null {
  const index = refused.findIndex((each) => !holds(each));
  return index < 0 ? null : { outcome: 'conflict', index };
}

function holds({ prepared: { write }, snapshot }: Refused): boolean {
  if (write.kind === 'create') return !snapshot.exists || isForgotten(write.collection, snapshot);
  if (write.kind === 'put' || write.expected === undefined) return true;
  return snapshot.updateTime?.isEqual(parseVersion(write.expected).updateTime) ?? false;
}

/** A creation may overwrite what has expired, in exactly the state that was read. */
function takingThePlace({ prepared, snapshot }: Refused): PreparedWrite {
  const instead = prepared.write.kind === 'create' && snapshot.exists ? versionOf(snapshot) : null;
  return { ...prepared, instead };
}
