import { AppError } from '@intexuraos/kernel';
import type { Write } from '../store.ts';
import { checkId, collectionPath } from './document-id.ts';

/** Firestore refuses larger ones (1 MiB with names and overhead), so every implementation does. */
export const documentBytesMax = 1_000_000;
const writesMax = 500;

/** Throws VALIDATION_FAILED for a commit that some implementation could not carry out. */
export function checkWrites(writes: readonly Write[]): void {
  if (writes.length > writesMax) throw new AppError('VALIDATION_FAILED', `A commit has at most ${writesMax} writes`);
  for (const { collection, id } of writes) checkId(collection, id);
  if (writes.length > 1) checkDistinct(writes);
}

/** The text a document is stored as. Throws PAYLOAD_TOO_LARGE beyond one million bytes. */
export function documentText({ collection, id }: Pick<Write, 'collection' | 'id'>, data: object): string {
  const text = JSON.stringify(data);
  if (text.length * 3 <= documentBytesMax || Buffer.byteLength(text) <= documentBytesMax) return text;
  throw new AppError('PAYLOAD_TOO_LARGE', `The document ${id} of ${collectionPath(collection)} is too large`, {
    details: { bytesMax: documentBytesMax },
  });
}

function checkDistinct(writes: readonly Write[]): void {
  const seen = new Map<string, Set<string>>();
  for (const { collection, id } of writes) {
    const path = collectionPath(collection);
    const ids = seen.get(path);
    if (ids === undefined) seen.set(path, new Set([id]));
    else if (ids.has(id)) throw new AppError('VALIDATION_FAILED', `A commit writes ${id} of ${path} twice`);
    else ids.add(id);
  }
}
