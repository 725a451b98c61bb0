import { documentText } from '../documents/check-writes.ts';
import { compareStrings } from '../documents/compare-values.ts';
import { collectionPath } from '../documents/document-id.ts';
import { isExpired } from '../documents/expiry.ts';
import { type Fields, parseFields } from '../documents/fields-of.ts';
import { indexedFieldsOf, indexedValue } from '../documents/indexed-fields.ts';
import type { Collection, Version, Write } from '../store.ts';

export interface Row {
  readonly id: string;
  readonly version: Version;
  /** What was stored, as text, and the same as an object that nobody outside ever sees. */
  readonly text: string;
  readonly fields: Fields;
}

interface Table {
  readonly rows: Map<string, Row>;
  expiresAtField: string | undefined;
}

export interface Tables {
  live(collection: Collection<unknown>, id: string, now: number): Row | undefined;
  allLive(collection: Collection<unknown>, now: number): readonly Row[];
  /** The row that a write would leave behind; undefined for a deletion. Throws when it cannot be stored. */
  prepare(write: Write, version: Version): Row | undefined;
  /** Whether the condition of a write holds. */
  allows(write: Write, now: number): boolean;
  apply(write: Write, row: Row | undefined): void;
  purge(now: number, limit: number): number;
}

export function createTables(): Tables {
  const tables = new Map<string, Table>();

  function tableOf(collection: Collection<unknown>): Table {
    const path = collectionPath(collection);
    const table = tables.get(path) ?? { rows: new Map<string, Row>(), expiresAtField: undefined };
    table.expiresAtField ??= collection.expiresAtField;
    tables.set(path, table);
    return table;
  }

  const isLive = ({ expiresAtField }: Table, row: Row, now: number): boolean =>
    expiresAtField === undefined || !isExpired(row.fields[expiresAtField], now);

  function live(collection: Collection<unknown>, id: string, now: number): Row | undefined {
    const table = tableOf(collection);
    const row = table.rows.get(id);
    return row !== undefined && isLive(table, row, now) ? row : undefined;
  }

  return {
    live,
    allLive(collection, now) {
      const table = tableOf(collection);
      return [...table.rows.values()].filter((row) => isLive(table, row, now));
    },
    prepare: (write, version) => (write.kind === 'delete' ? undefined : rowOf(write, version)),
    allows(write, now) {
      const current = live(write.collection, write.id, now);
      if (write.kind === 'create') return current === undefined;
      if (write.kind === 'put' || write.expected === undefined) return true;
      return current?.version === write.expected;
    },
    apply({ collection, id }, row) {
      const { rows } = tableOf(collection);
      if (row === undefined) rows.delete(id);
      else rows.set(id, row);
    },
    purge(now, limit) {
      const expired = [...tables.values()].flatMap((table) =>
        [...table.rows.values()]
          .filter((row) => !isLive(table, row, now))
          .sort(byExpiry(table.expiresAtField ?? ''))
          .map(({ id }) => ({ rows: table.rows, id })),
      );
      return expired.slice(0, limit).filter(({ rows, id }) => rows.delete(id)).length;
    },
  };
}

function rowOf(write: Exclude<Write, { kind: 'delete' }>, version: Version): Row {
  const text = documentText(write, write.data);
  const fields = parseFields(text);
  for (const field of indexedFieldsOf(write.collection)) indexedValue(write.collection, fields, field);
  return { id: write.id, version, text, fields };
}

const byExpiry =
  (field: string) =>
  (a: Row, b: Row): number =>
    Number(a.fields[field]) - Number(b.fields[field]) || compareStrings(a.id, b.id);
