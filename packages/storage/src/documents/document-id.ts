import { AppError } from '@intexuraos/kernel';
import type { Collection } from '../store.ts';

/** Three bytes of a Firestore path per UTF-16 unit, and a path segment has at most 1,500. */
const idCharsMax = 500;

/** Throws VALIDATION_FAILED unless every implementation can keep a document under this id. */
export function checkId(collection: Collection<unknown>, id: string): void {
  if (collection.parent === undefined) return checkPart(collection, id);
  const { parentId, ownId } = splitId(id);
  checkPart(collection, parentId);
  checkPart(collection, ownId);
}

/** The id of a document in a sub-collection, taken apart at the first slash: a parent's id holds none. */
export function splitId(id: string): { readonly parentId: string; readonly ownId: string } {
  const slash = id.indexOf('/');
  return { parentId: id.slice(0, Math.max(slash, 0)), ownId: id.slice(slash + 1) };
}

/** What tells a collection from all others, e.g. `actions` or `actions/events`. */
export function collectionPath({ parent, name }: Collection<unknown>): string {
  return parent === undefined ? name : `${parent}/${name}`;
}

function checkPart(collection: Collection<unknown>, part: string): void {
  if (part.length > 0 && part.length <= idCharsMax && part.isWellFormed()) return;
  throw new AppError('VALIDATION_FAILED', `This cannot be the id of a document in ${collectionPath(collection)}`, {
    details: { charsMax: idCharsMax, form: collection.parent === undefined ? '<id>' : '<parent id>/<own id>' },
  });
}
