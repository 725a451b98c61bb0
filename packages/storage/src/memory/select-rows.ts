import { compareStrings, compareValues } from '../documents/compare-values.ts';
import type { Position } from '../documents/cursor.ts';
import type { QueryPlan } from '../documents/plan-query.ts';
import type { IndexedValue } from '../store.ts';
import type { Row } from './tables.ts';

interface Found {
  readonly row: Row;
  readonly position: Position;
}

/** The page of a query, and whether there is another after it. */
export function selectRows(
  rows: readonly Row[],
  plan: QueryPlan,
): { readonly rows: readonly Found[]; readonly more: boolean } {
  const { descending, after, limit } = plan;
  const sign = descending ? -1 : 1;
  const found = rows
    .filter((row) => matches(row, plan))
    .map((row) => ({ row, position: { value: orderValue(row, plan), id: row.id } }))
    .filter(({ position }) => after === undefined || sign * comparePositions(position, after) > 0)
    .sort((a, b) => sign * comparePositions(a.position, b.position));
  return { rows: found.slice(0, limit), more: found.length > limit };
}

function matches({ fields }: Row, { index, alternatives, orderField, from, to }: QueryPlan): boolean {
  const value = fields[orderField];
  if (value === undefined || value === null) return false;
  if (!alternatives.some((values) => values.every((wanted, at) => fields[index[at] ?? ''] === wanted))) return false;
  return isWithin(value, from, 1) && isWithin(value, to, -1);
}

function isWithin(value: unknown, bound: IndexedValue | undefined, sign: 1 | -1): boolean {
  if (bound === undefined) return true;
  return isValue(value) && typeof value === typeof bound && sign * compareValues(value, bound) >= 0;
}

/** Ties are broken by id, in the direction of the query: Firestore does so. */
function comparePositions(a: Position, b: Position): number {
  return compareValues(a.value, b.value) || compareStrings(a.id, b.id);
}

function orderValue({ fields }: Row, { orderField }: QueryPlan): IndexedValue {
  const value = fields[orderField];
  return isValue(value) ? value : null;
}

const isValue = (value: unknown): value is IndexedValue =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
