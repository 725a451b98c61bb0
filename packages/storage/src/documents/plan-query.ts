import { AppError } from '@intexuraos/kernel';
import type { Collection, IndexedValue, Query } from '../store.ts';
import { decodeCursor, type Position } from './cursor.ts';
import { collectionPath } from './document-id.ts';

const limitMax = 500;
const valuesMax = 10;
/** Firestore's bound on the combinations that several arrays make. */
const alternativesMax = 30;

/** A checked query, resolved against the one index that covers it. */
export interface QueryPlan {
  /** The index: its equality fields, then the order field. */
  readonly index: readonly string[];
  /** The values that each equality field may have. */
  readonly choices: readonly (readonly IndexedValue[])[];
  /** The same as combinations: one list of values for the equality fields for each. */
  readonly alternatives: readonly (readonly IndexedValue[])[];
  readonly orderField: string;
  readonly descending: boolean;
  readonly from: IndexedValue | undefined;
  readonly to: IndexedValue | undefined;
  readonly after: Position | undefined;
  readonly limit: number;
}

/** Throws VALIDATION_FAILED for a query that no declared index covers, or that Firestore could not answer. */
export function planQuery(collection: Collection<unknown>, query: Query): QueryPlan {
  const { where, orderBy, from, to, limit, cursor } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > limitMax) throw refusal(`limit is 1 to ${limitMax}`, 'limit');
  checkBounds(from, to);
  const index = coveringIndex(collection, query);
  const choices = index.slice(0, -1).map((field) => valuesFor(field, where[field]));
  return {
    index,
    choices,
    alternatives: alternativesOf(choices),
    orderField: orderBy.field,
    descending: orderBy.direction === 'descending',
    from,
    to,
    after: cursor === undefined ? undefined : decodeCursor(collection, query, cursor),
    limit,
  };
}

function coveringIndex(collection: Collection<unknown>, { where, orderBy }: Query): readonly string[] {
  const fields = Object.keys(where);
  const covers = (index: readonly string[]) =>
    index.length === fields.length + 1 && index.at(-1) === orderBy.field && fields.every((f) => index.includes(f));
  const index = fields.includes(orderBy.field) ? undefined : collection.indexes.find(covers);
  if (index !== undefined) return index;
  const wanted = [...fields, orderBy.field].join(', ');
  throw refusal(`No index of ${collectionPath(collection)} covers a query by ${wanted}`, 'where');
}

function valuesFor(field: string, filter: Query['where'][string] | undefined): readonly IndexedValue[] {
  if (filter === undefined) throw refusal(`where.${field} is undefined`, `where.${field}`);
  if (filter === null || typeof filter !== 'object') return [filter];
  const values = [...new Set(filter)];
  if (values.length < 1 || values.length > valuesMax) {
    throw refusal(`where.${field} lists 1 to ${valuesMax} values`, `where.${field}`);
  }
  return values;
}

function alternativesOf(choices: readonly (readonly IndexedValue[])[]): readonly (readonly IndexedValue[])[] {
  const count = choices.reduce((product, values) => product * values.length, 1);
  if (count > alternativesMax) throw refusal(`where allows at most ${alternativesMax} combinations`, 'where');
  return choices.reduce<readonly (readonly IndexedValue[])[]>(
    (lists, values) => lists.flatMap((list) => values.map((value) => [...list, value])),
    [[]],
  );
}

/** Firestore compares only within one type, and null is in no query: such bounds would silently find nothing. */
function checkBounds(from: IndexedValue | undefined, to: IndexedValue | undefined): void {
  if (from === null || to === null) throw refusal('from and to cannot be null', 'from');
  if (from !== undefined && to !== undefined && typeof from !== typeof to) {
    throw refusal('from and to are of one type', 'from');
  }
}

function refusal(message: string, path: string): AppError {
  return new AppError('VALIDATION_FAILED', message, { details: { path } });
}
