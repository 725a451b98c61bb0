import type { StatementSync } from 'node:sqlite';
import type { Fields } from '../documents/fields-of.ts';
import { indexedValue } from '../documents/indexed-fields.ts';
import type { Collection } from '../store.ts';
import { type Column, toColumn } from './column-values.ts';
import { createReplaceRow, type ReplaceRow } from './replace-row.ts';
import { createSelectPage, type SelectPage } from './select-page.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { columnName, expiredCondition, layOut, tableName } from './table-layout.ts';

/**
 * The statements of one collection. Those that read take `now` as their last parameter where documents expire; what has
 * expired counts as absent.
 */
export interface DocumentTable {
  readonly expires: boolean;
  /** The fields that have a column, in the order of `columns`. */
  readonly fields: readonly string[];
  columns(data: Fields): readonly Column[];
  /** (id) -> version, text */
  readonly get: StatementSync;
  /** (id) -> version, ...columns */
  readonly state: StatementSync;
  /** (id, version, ...columns, text) */
  readonly put: StatementSync;
  readonly replace: ReplaceRow;
  /** (id) */
  readonly remove: StatementSync;
  /** (now, limit): deletes what has expired; null where nothing does */
  readonly purge: StatementSync | null;
  readonly selectPage: SelectPage;
}

/** Creates what is missing in the file. To be called inside a write. */
export function openDocumentTable(database: SqliteDatabase, collection: Collection<unknown>): DocumentTable {
  const fields = layOut(database, collection);
  const table = tableName(collection);
  const expired = expiredCondition(collection);
  const isFound = expired === null ? 'id = ?' : `id = ? AND ${expired} IS NOT TRUE`;
  const names = ['version', ...fields.map(columnName), 'data'];
  const insert = `INSERT INTO ${table} (id, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})`;
  const excluded = names.map((name) => `${name} = excluded.${name}`);
  return {
    expires: expired !== null,
    fields,
    columns: (data) => fields.map((field) => toColumn(indexedValue(collection, data, field))),
    get: database.prepareArrays(`SELECT version, data FROM ${table} WHERE ${isFound}`),
    state: database.prepareArrays(`SELECT ${names.slice(0, -1).join(', ')} FROM ${table} WHERE ${isFound}`),
    put: database.prepare(`${insert} ON CONFLICT (id) DO UPDATE SET ${excluded.join(', ')}`),
    replace: createReplaceRow(database, collection, fields),
    remove: database.prepare(`DELETE FROM ${table} WHERE id = ?`),
    purge: purgeStatement(database, collection),
    selectPage: createSelectPage(database, collection),
  };
}

function purgeStatement(database: SqliteDatabase, collection: Collection<unknown>): StatementSync | null {
  const { expiresAtField } = collection;
  if (expiresAtField === undefined) return null;
  const table = tableName(collection);
  const oldest = `ORDER BY ${columnName(expiresAtField)}, id LIMIT ?`;
  const due = `SELECT rowid FROM ${table} WHERE ${expiredCondition(collection)} ${oldest}`;
  return database.prepare(`DELETE FROM ${table} WHERE rowid IN (${due})`);
}
