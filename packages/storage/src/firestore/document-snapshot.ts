import type { DocumentSnapshot } from '@google-cloud/firestore';
import { isExpired } from '../documents/expiry.ts';
import type { RawDocument } from '../documents/read-document.ts';
import type { Collection } from '../store.ts';
import { idOf } from './document-paths.ts';
import { fieldPath, fromStoredForm } from './stored-form.ts';
import { versionOf } from './stored-version.ts';

/** Whether the document has expired, although Firestore may take a day to delete it. */
export function isForgotten({ expiresAtField }: Collection<unknown>, snapshot: DocumentSnapshot): boolean {
  if (expiresAtField === undefined) return false;
  const expiresAt: unknown = snapshot.get(fieldPath(expiresAtField));
  return isExpired(expiresAt, snapshot.readTime.toMillis());
}

/** Null for what does not exist, has expired, or belongs to another collection of the same name. */
export function toRawDocument(collection: Collection<unknown>, snapshot: DocumentSnapshot): RawDocument | null {
  const id = idOf(collection, snapshot.ref);
  if (id === null || !snapshot.exists || isForgotten(collection, snapshot)) return null;
  const content = (): unknown => fromStoredForm(snapshot.data() ?? {});
  return { id, version: versionOf(snapshot), readAt: snapshot.readTime.toMillis(), content };
}
