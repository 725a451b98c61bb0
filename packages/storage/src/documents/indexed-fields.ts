import { AppError } from '@intexuraos/kernel';
import type { Collection, IndexedValue } from '../store.ts';
import { collectionPath } from './document-id.ts';
import type { Fields } from './fields-of.ts';

/** Every field that some index lists, and the one that says when the document expires. */
export function indexedFieldsOf({ indexes, expiresAtField }: Collection<unknown>): readonly string[] {
  return [...new Set([...indexes.flat(), ...(expiresAtField === undefined ? [] : [expiresAtField])])];
}

/**
 * What a document is found by in `field`; undefined when it lacks the field. Numbers that JSON cannot hold are null,
 * as they are in the stored text. Throws VALIDATION_FAILED for a list or an object: no index orders those.
 */
export function indexedValue(collection: Collection<unknown>, data: Fields, field: string): IndexedValue | undefined {
  const value = data[field];
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null || value === undefined) return value;
  throw new AppError('VALIDATION_FAILED', `The indexed field ${field} of ${collectionPath(collection)} is not scalar`, {
    details: { field, expected: 'string, number, boolean or null' },
  });
}
