import type { StatementSync } from 'node:sqlite';
import type { QueryPlan } from '../documents/plan-query.ts';
import type { Collection, IndexedValue } from '../store.ts';
import { type Column, columnRange, fromColumn, toColumn } from './column-values.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { columnName, expiredCondition, indexName, tableName } from './table-layout.ts';

export interface PageRow {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly orderValue: IndexedValue;
}

/** One row more than the limit, if there is one. */
export type SelectPage = (plan: QueryPlan, now: number) => readonly PageRow[];

/**
 * Each combination of values is one walk along its index, and SQLite merges the walks as it goes (its plan says
 * `MERGE (UNION ALL)`), so a page costs what it holds, not what the table holds.
 */
export function createSelectPage(database: SqliteDatabase, collection: Collection<unknown>): SelectPage {
  const statements = new Map<string, StatementSync>();

  function statementFor(plan: QueryPlan): StatementSync {
    const { index, alternatives, descending, after } = plan;
    const key = `${index.join()} ${alternatives.length} ${descending} ${after === undefined}`;
    const known = statements.get(key);
    if (known !== undefined) return known;
    const statement = database.prepareArrays(pageSql(collection, plan));
    statements.set(key, statement);
    return statement;
  }

  return (plan, now) => {
    const common = [...rangeParameters(plan), ...(collection.expiresAtField === undefined ? [] : [now])];
    const parameters = plan.alternatives.flatMap((values) => [...values.map(toColumn), ...common]);
    const rows = statementFor(plan).all(...parameters, plan.limit + 1);
    return rows.map((row) => ({
      id: String(row[0]),
      version: Number(row[1]),
      text: String(row[2]),
      orderValue: fromColumn(row[3]),
    }));
  };
}

function pageSql(collection: Collection<unknown>, plan: QueryPlan): string {
  const walks = plan.alternatives.map(() => walkSql(collection, plan)).join(' UNION ALL ');
  const direction = plan.descending ? 'DESC' : 'ASC';
  return `${walks} ORDER BY 4 ${direction}, 1 ${direction} LIMIT ?`;
}

/** `INDEXED BY` makes a plan without the index an error, so a slow query cannot hide. */
function walkSql(collection: Collection<unknown>, { index, orderField, descending, after }: QueryPlan): string {
  const order = columnName(orderField);
  const [end, start] = descending ? ['>=', '<='] : ['<=', '>='];
  const expired = expiredCondition(collection);
  const conditions = [
    ...index.slice(0, -1).map((field) => `${columnName(field)} IS ?`),
    `${order} ${end} ?`,
    after === undefined ? `${order} ${start} ?` : `(${order}, id) ${descending ? '<' : '>'} (?, ?)`,
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
