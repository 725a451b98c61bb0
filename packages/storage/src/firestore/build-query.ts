import {
  type DocumentReference,
  FieldPath,
  Filter,
  type Firestore,
  type Query as FirestoreQuery,
} from '@google-cloud/firestore';
import type { QueryPlan } from '../documents/plan-query.ts';
import type { Collection, IndexedValue } from '../store.ts';
import { fieldPath } from './stored-form.ts';

/** The last document of the page before. */
export interface Start {
  readonly value: unknown;
  readonly reference: DocumentReference;
}

/** The query without its limit. A sub-collection is asked for under all parents at once. */
export function buildQuery(
  firestore: Firestore,
  { name, parent }: Collection<unknown>,
  plan: QueryPlan,
  start: Start | null,
): FirestoreQuery {
  const direction = plan.descending ? 'desc' : 'asc';
  const filtered = plan.choices.reduce<FirestoreQuery>(
    (query, values, at) => query.where(anyOf(fieldPath(plan.index[at] ?? ''), values)),
    parent === undefined ? firestore.collection(name) : firestore.collectionGroup(name),
  );
  const ordered = bounded(filtered, plan)
    .orderBy(fieldPath(plan.orderField), direction)
    .orderBy(FieldPath.documentId(), direction);
  return withoutNulls(ordered, plan, start);
}

/** `in` does not promise to find null. */
function anyOf(path: FieldPath, values: readonly IndexedValue[]): Filter {
  const [first] = values;
  if (values.length === 1) return Filter.where(path, '==', first);
  if (!values.includes(null)) return Filter.where(path, 'in', values);
  const others = values.filter((value) => value !== null);
  return Filter.or(Filter.where(path, '==', null), Filter.where(path, 'in', others));
}

function bounded(query: FirestoreQuery, { orderField, from, to }: QueryPlan): FirestoreQuery {
  const path = fieldPath(orderField);
  const above = from === undefined ? query : query.where(path, '>=', from);
  return to === undefined ? above : above.where(path, '<=', to);
}

/** Null is the lowest value of all; bounds leave it out by their type, else the walk has to stop short of it. */
function withoutNulls(query: FirestoreQuery, { descending, from, to }: QueryPlan, start: Start | null): FirestoreQuery {
  const isBounded = from !== undefined || to !== undefined;
  const ended = descending && !isBounded ? query.endBefore(null) : query;
  if (start !== null) return ended.startAfter(start.value, start.reference);
  return descending || isBounded ? ended : ended.startAfter(null);
}
