import { type DocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { Version } from '../store.ts';

/**
 * A state of a document: when it was written, to the nanosecond, and the names of its fields. Firestore replaces a document
 * on a condition only field by field, so who replaces it must know which fields to remove; having them in the version
 * spares a read.
 */
export interface StoredVersion {
  readonly updateTime: Timestamp;
  readonly names: readonly string[];
}

export function formatVersion({ updateTime, names }: StoredVersion): Version {
  return JSON.stringify([updateTime.seconds, updateTime.nanoseconds, ...names.toSorted()]);
}

/** The version of a document that exists. */
export function versionOf(snapshot: DocumentSnapshot): Version {
  const { updateTime = never.updateTime } = snapshot;
  return formatVersion({ updateTime, names: Object.keys(snapshot.data() ?? {}) });
}

/** No document was ever written at that time, so as a condition it never holds. */
const never: StoredVersion = { updateTime: new Timestamp(1, 0), names: [] };

export function parseVersion(version: Version): StoredVersion {
  if (typeof version !== 'string') return never;
  const [seconds, nanoseconds, ...names] = parsed(version);
  if (!isCount(seconds) || !isCount(nanoseconds)) return never;
  return { updateTime: new Timestamp(seconds, nanoseconds), names: names.map(String) };
}

function parsed(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
