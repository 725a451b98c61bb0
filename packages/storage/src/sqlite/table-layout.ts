import { collectionPath } from '../documents/document-id.ts';
import { type Fields, parseFields } from '../documents/fields-of.ts';
import { indexedFieldsOf } from '../documents/indexed-fields.ts';
import type { Collection } from '../store.ts';
import { type Column, toColumn } from './column-values.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

const backfillRows = 500;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const tableName = (collection: Collection<unknown>): string => quoted(collectionPath(collection));
export const columnName = (field: string): string => quoted(`f_${field}`);
export const indexName = (collection: Collection<unknown>, index: readonly string[]): string =>
  quoted(`${collectionPath(collection)} by ${index.join(', ')}`);

/** Only numbers are times: booleans lie below this range, strings and missing fields above it. Its parameter is `now`. */
export function expiredCondition({ expiresAtField }: Collection<unknown>): string | null {
  if (expiresAtField === undefined) return null;
  return `(${columnName(expiresAtField)} BETWEEN -1.797693134862315e308 AND ?)`;
}

/**
 * Brings the table and the indexes of a collection up to its declaration, and answers with all fields that have a column:
 * also those that only another release declares, so that their columns stay true. To be called inside a write.
 */
export function layOut(database: SqliteDatabase, collection: Collection<unknown>): readonly string[] {
  const table = tableName(collection);
  const declared = indexedFieldsOf(collection);
  const created = `id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL`;
  const columns = declared.map((field) => `${columnName(field)}, `).join('');
  database.prepare(`CREATE TABLE IF NOT EXISTS ${table} (${created}, ${columns}data TEXT NOT NULL)`).run();
  const present = fieldsOf(database, collection);
  const missing = declared.filter((field) => !present.includes(field));
  for (const field of missing) database.prepare(`ALTER TABLE ${table} ADD COLUMN ${columnName(field)}`).run();
  if (missing.length > 0) fillIn(database, collection, missing);
  createIndexes(database, collection);
  return [...present, ...missing];
}

function fieldsOf(database: SqliteDatabase, collection: Collection<unknown>): readonly string[] {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(collectionPath(collection));
  const names = columns.map(({ name }) => String(name));
  return names.filter((name) => name.startsWith('f_')).map((name) => name.slice(2));
}

/** The id is in every index, so ties cost no sort; documents whose order field is null are in none. */
function createIndexes(database: SqliteDatabase, collection: Collection<unknown>): void {
  const { indexes, expiresAtField } = collection;
  for (const index of expiresAtField === undefined ? indexes : [...indexes, [expiresAtField]]) {
    const columns = [...index.map(columnName), 'id'].join(', ');
    const order = columnName(index.at(-1) ?? '');
    const name = indexName(collection, index);
    const target = `${tableName(collection)} (${columns}) WHERE ${order} IS NOT NULL`;
    database.prepare(`CREATE INDEX IF NOT EXISTS ${name} ON ${target}`).run();
  }
}

/** Documents that were stored before a field was indexed get their columns, a few hundred at a time. */
function fillIn(database: SqliteDatabase, collection: Collection<unknown>, fields: readonly string[]): void {
  const table = tableName(collection);
  const next = database.prepare(
    `SELECT rowid, data FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${backfillRows}`,
  );
  const assignments = fields.map((field) => `${columnName(field)} = ?`).join(', ');
  const update = database.prepare(`UPDATE ${table} SET ${assignments} WHERE rowid = ?`);
  for (let rows = next.all(0); rows.length > 0; rows = next.all(rows.at(-1)?.['rowid'] ?? null)) {
    for (const { rowid, data } of rows) update.run(...columnsOfText(String(data), fields), rowid ?? null);
  }
}

/** A document that is broken, or has a list where the index wants a scalar, is in no index. */
function columnsOfText(text: string, fields: readonly string[]): readonly Column[] {
  const data = parsed(text);
  return fields.map((field) => {
    const value = data[field];
    return value === null || isScalar(value) ? toColumn(value) : toColumn(undefined);
  });
}

function parsed(text: string): Fields {
  try {
    return parseFields(text);
  } catch {
    return {};
  }
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
