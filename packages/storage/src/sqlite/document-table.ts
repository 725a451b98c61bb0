import type { StatementSync } from 'node:sqlite';
import type { Fields } from '../documents/fields-of.ts';
import { indexedValue } from '../documents/indexed-fields.ts';
import type { Collection } from '../store.ts';
import { type Column, toColumn } from './column-values.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { columnName, layOut, tableName } from './table-layout.ts';

/**
 * The statements of one collection. `row` stands for `id, version, ...columns, text`; where documents expire, `now` is one
 * parameter more, always the last, and what has expired counts as absent.
 */
export interface DocumentTable {
  readonly expires: boolean;
  /** How many fields have a column. */
  readonly fields: number;
  columns(data: Fields): Column[];
  /** (id) -> version, text */
  readonly get: StatementSync;
  /** (row): changes nothing when the document exists */
  readonly create: StatementSync;
  /** (row) */
  readonly put: StatementSync;
  /** (row, expected version): changes nothing in any other state */
  readonly replace: StatementSync;
  /** (id) */
  readonly remove: StatementSync;
  /** (id, expected version): changes nothing in any other state */
  readonly removeIf: StatementSync;
  /** (now, limit): deletes what has expired; null where nothing does */
  readonly purge: StatementSync | null;
}

/** Creates what is missing in the file. To be called inside a write. */
export function openDocumentTable(database: SqliteDatabase, collection: Collection<unknown>): DocumentTable {
  const fields = layOut(database, collection);
  const table = tableName(collection);
  const names = ['id', 'version', ...fields.map(columnName), 'data'];
  const expired = expiredCondition(collection);
  const live = expired === null ? '' : ` AND ${expired} IS NOT TRUE`;
  const insert = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  const excluded = names.slice(1).map((name) => `${name} = excluded.${name}`);
  const overwrite = `ON CONFLICT (id) DO UPDATE SET ${excluded.join(', ')}`;
  const given = names.slice(1).map((name, at) => `${name} = ?${at + 2}`);
  const inState = `WHERE id = ?1 AND version = ?`;
  return {
    expires: expired !== null,
    fields: fields.length,
    columns: (data) => fields.map((field) => toColumn(indexedValue(collection, data, field))),
    get: database.prepareArrays(`SELECT version, data FROM ${table} WHERE id = ?${live}`),
    create: database.prepare(
      expired === null ? `${insert} ON CONFLICT (id) DO NOTHING` : `${insert} ${overwrite} WHERE ${expired}`,
    ),
    put: database.prepare(`${insert} ${overwrite}`),
    replace: database.prepare(`UPDATE ${table} SET ${given.join(', ')} ${inState}${live}`),
    remove: database.prepare(`DELETE FROM ${table} WHERE id = ?`),
    removeIf: database.prepare(`DELETE FROM ${table} ${inState}${live}`),
    purge: expired === null ? null : database.prepare(purgeSql(collection, expired)),
  };
}

function purgeSql(collection: Collection<unknown>, expired: string): string {
  const table = tableName(collection);
  return `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${expired} LIMIT ?)`;
}

/** Only numbers are times: booleans lie below this range, strings and missing fields above it. */
export function expiredCondition({ expiresAtField }: Collection<unknown>): string | null {
  if (expiresAtField === undefined) return null;
  return `(${columnName(expiresAtField)} BETWEEN -1.797693134862315e308 AND ?)`;
}
