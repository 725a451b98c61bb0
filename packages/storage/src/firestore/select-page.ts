import type { DocumentSnapshot, Firestore } from '@google-cloud/firestore';
import type { Position } from '../documents/cursor.ts';
import type { QueryPlan } from '../documents/plan-query.ts';
import type { RawDocument } from '../documents/read-document.ts';
import type { Collection, IndexedValue } from '../store.ts';
import { buildQuery, type Start } from './build-query.ts';
import { referenceOf } from './document-paths.ts';
import { toRawDocument } from './document-snapshot.ts';
import { fieldPath } from './stored-form.ts';

export interface PageRow {
  readonly raw: RawDocument;
  readonly position: Position;
}

/** One row more than the limit, if there is one; goes on reading while documents have to be left out. */
export async function selectPage(
  firestore: Firestore,
  collection: Collection<unknown>,
  plan: QueryPlan,
): Promise<{ readonly rows: readonly PageRow[]; readonly readAt: number }> {
  const rows: PageRow[] = [];
  const { after } = plan;
  let start: Start | null =
    after === undefined ? null : { value: after.value, reference: referenceOf(firestore, collection, after.id) };
  for (;;) {
    const wanted = plan.limit + 1 - rows.length;
    const { docs, readTime } = await buildQuery(firestore, collection, plan, start).limit(wanted).get();
    for (const snapshot of docs) rows.push(...toRows(collection, plan, snapshot));
    const last = docs.at(-1);
    if (last === undefined || docs.length < wanted || rows.length > plan.limit) {
      return { rows, readAt: readTime.toMillis() };
    }
    start = startAfter(plan, last);
  }
}

function toRows(collection: Collection<unknown>, plan: QueryPlan, snapshot: DocumentSnapshot): readonly PageRow[] {
  const raw = toRawDocument(collection, snapshot);
  return raw === null ? [] : [{ raw, position: { value: orderValue(plan, snapshot), id: raw.id } }];
}

function startAfter(plan: QueryPlan, snapshot: DocumentSnapshot): Start {
  return { value: orderValue(plan, snapshot), reference: snapshot.ref };
}

function orderValue({ orderField }: QueryPlan, snapshot: DocumentSnapshot): IndexedValue {
  const value: unknown = snapshot.get(fieldPath(orderField));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
