import type { QueryPlan } from '../documents/plan-query.ts';
import type { Collection, IndexedValue } from '../store.ts';
import { type Column, columnRange, fromColumn, toColumn } from './column-values.ts';
import { expiredCondition } from './document-table.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { columnName, indexName, tableName } from './table-layout.ts';

export interface PageRow {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly orderValue: IndexedValue;
}

/**
 * One row more than the limit, if there is one. Each combination of values is one walk along its index, and SQLite merges
 * the walks as it goes (the plan says `MERGE (UNION ALL)`), so a page costs what it holds, not what the table holds.
 */
export function selectPage(
  database: SqliteDatabase,
  collection: Collection<unknown>,
  plan: QueryPlan,
  now: number,
): readonly PageRow[] {
  const expires = collection.expiresAtField !== undefined;
  const arms = plan.alternatives.map(() => armSql(collection, plan));
  const direction = plan.descending ? 'DESC' : 'ASC';
  const sql = `${arms.join(' UNION ALL ')} ORDER BY 4 ${direction}, 1 ${direction} LIMIT ?`;
  const parameters = plan.alternatives.flatMap((values) => [
    ...values.map(toColumn),
    ...rangeParameters(plan),
    ...(expires ? [now] : []),
  ]);
  const rows = database.prepareArrays(sql).all(...parameters, plan.limit + 1);
  return rows.map((row) => ({
    id: String(row[0]),
    version: Number(row[1]),
    text: String(row[2]),
    orderValue: fromColumn(row[3]),
  }));
}

/** `INDEXED BY` makes a plan without the index an error, so a slow query cannot hide. */
function armSql(collection: Collection<unknown>, { index, orderField, descending, after }: QueryPlan): string {
  const order = columnName(orderField);
  const range = descending ? [`${order} >= ?`, `${order} <= ?`] : [`${order} <= ?`, `${order} >= ?`];
  if (after !== undefined) range[1] = `(${order}, id) ${descending ? '<' : '>'} (?, ?)`;
  const expired = expiredCondition(collection);
  const conditions = [
    ...index.slice(0, -1).map((field) => `${columnName(field)} IS ?`),
    ...range,
    ...(expired === null ? [] : [`${expired} IS NOT TRUE`]),
  ];
  const from = `${tableName(collection)} INDEXED BY ${indexName(collection, index)}`;
  return `SELECT id, version, data, ${order} FROM ${from} WHERE ${conditions.join(' AND ')}`;
}

/** The far end of the walk first, then its start, which a cursor replaces. */
function rangeParameters({ from, to, after, descending }: QueryPlan): readonly Column[] {
  const { low, high } = columnRange(from, to);
  const [end, start] = descending ? [low, high] : [high, low];
  return after === undefined ? [end, start] : [end, toColumn(after.value), after.id];
}
