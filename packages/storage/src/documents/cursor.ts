import { hash } from 'node:crypto';
import { AppError } from '@intexuraos/kernel';
import type { Collection, IndexedValue, Query } from '../store.ts';
import { collectionPath } from './document-id.ts';

/** Where a page ended: the order value and the id of its last document. */
export interface Position {
  readonly value: IndexedValue;
  readonly id: string;
}

/**
 * The position as opaque text, bound to its query by a digest, so that a cursor used with another query or damaged on
 * the way is noticed. It is no signature: a forged one could only start the same query elsewhere.
 */
export function encodeCursor(collection: Collection<unknown>, query: Query, { value, id }: Position): string {
  const digest = digestOf(collection, query, value, id);
  return Buffer.from(JSON.stringify([value, id, digest])).toString('base64url');
}

/** Throws VALIDATION_FAILED for anything but a cursor of this very query; the limit may differ. */
export function decodeCursor(collection: Collection<unknown>, query: Query, cursor: string): Position {
  const parts = parsed(Buffer.from(cursor, 'base64url').toString());
  const [value, id, digest] = parts;
  if (parts.length === 3 && isOrderValue(value) && typeof id === 'string') {
    if (digest === digestOf(collection, query, value, id)) return { value, id };
  }
  throw new AppError('VALIDATION_FAILED', 'This cursor does not belong to this query', { details: { path: 'cursor' } });
}

function digestOf(collection: Collection<unknown>, query: Query, value: IndexedValue, id: string): string {
  const { where, orderBy, from = null, to = null } = query;
  const filters = Object.entries(where).sort(([a], [b]) => (a < b ? -1 : 1));
  const facts = [collectionPath(collection), filters, orderBy.field, orderBy.direction, from, to, value, id];
  return hash('sha256', JSON.stringify(facts), 'base64url').slice(0, 16);
}

function parsed(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

const isOrderValue = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
