import type { IndexedValue } from '../store.ts';

export type Column = string | number | null | Uint8Array;

/** Below every number that a document may hold; -Number.MAX_VALUE itself stands for `true`. */
const lowestNumber = -1.797693134862315e308;
const highest = new Uint8Array();
const absent = new Uint8Array([0]);

/**
 * A value as SQLite sorts it: booleans, numbers, strings, as in Firestore. JSON null is NULL, which partial indexes leave
 * out; a field that the document lacks is a blob, above all else and equal to no value that one can ask for.
 */
export function toColumn(value: IndexedValue | undefined): Column {
  if (typeof value === 'string' || value === null) return value;
  if (typeof value === 'number') return Math.max(value, lowestNumber);
  if (value === undefined) return absent;
  return value ? -Number.MAX_VALUE : Number.NEGATIVE_INFINITY;
}

/** The order value of a row of a query, which is never NULL nor a blob. */
export function fromColumn(column: unknown): IndexedValue {
  if (column === Number.NEGATIVE_INFINITY) return false;
  if (column === -Number.MAX_VALUE) return true;
  return typeof column === 'number' || typeof column === 'string' ? column : null;
}

/** The columns that an order field may have: values of the bounds' type, or any value when there are no bounds. */
export function columnRange(
  from: IndexedValue | undefined,
  to: IndexedValue | undefined,
): { low: Column; high: Column } {
  const { low, high } = rangeOfType(from ?? to);
  return { low: from === undefined ? low : toColumn(from), high: to === undefined ? high : toColumn(to) };
}

function rangeOfType(bound: IndexedValue | undefined): { low: Column; high: Column } {
  if (typeof bound === 'boolean') return { low: toColumn(false), high: toColumn(true) };
  if (typeof bound === 'number') return { low: lowestNumber, high: Number.POSITIVE_INFINITY };
  if (typeof bound === 'string') return { low: '', high: highest };
  return { low: Number.NEGATIVE_INFINITY, high: highest };
}
