import { documentText } from '../documents/check-writes.ts';
import { fieldsOf } from '../documents/fields-of.ts';
import type { CommitOutcome, Write } from '../store.ts';
import type { Column } from './column-values.ts';
import type { DocumentTable } from './document-table.ts';

/** A write with all that it needs, so that nothing but the disk can fail while it is applied. */
export interface PreparedWrite {
  readonly write: Write;
  readonly table: DocumentTable;
  readonly columns: readonly Column[];
  readonly text: string;
}

export function prepareWrite(write: Write, table: DocumentTable): PreparedWrite {
  if (write.kind === 'delete') return { write, table, columns: [], text: '' };
  return { write, table, columns: table.columns(fieldsOf(write.data)), text: documentText(write, write.data) };
}

/** To be called inside a transaction. One write checks its condition while it is applied; several are checked first. */
export function applyWrites(writes: readonly PreparedWrite[], version: number, now: number): CommitOutcome {
  if (writes.length > 1) {
    const index = writes.findIndex((write) => !isAllowed(write, now));
    if (index >= 0) return { outcome: 'conflict', index };
  }
  for (const write of writes) if (!applied(write, version, now)) return { outcome: 'conflict', index: 0 };
  return { outcome: 'committed', versions: writes.map(() => version), committedAt: now };
}

function isAllowed({ write, table }: PreparedWrite, now: number): boolean {
  if (write.kind === 'put' || (write.kind === 'delete' && write.expected === undefined)) return true;
  const current = table.get.get(write.id, ...nowOf(table, now))?.[0];
  return write.kind === 'create' ? current === undefined : current === write.expected;
}

/** False when the condition did not hold, and so nothing changed. */
function applied({ write, table, columns, text }: PreparedWrite, version: number, now: number): boolean {
  const { id } = write;
  switch (write.kind) {
    case 'create':
      return table.create.run(id, version, ...columns, text, ...nowOf(table, now)).changes === 1;
    case 'put':
      return table.put.run(id, version, ...columns, text).changes === 1;
    case 'replace': {
      const expected = versionOf(write.expected);
      return table.replace.run(id, version, ...columns, text, expected, ...nowOf(table, now)).changes === 1;
    }
    case 'delete':
      if (write.expected !== undefined) {
        return table.removeIf.run(id, versionOf(write.expected), ...nowOf(table, now)).changes === 1;
      }
      table.remove.run(id);
      return true;
  }
}

/** Versions of this store are numbers; a text, from another store, names no state of this one. */
const versionOf = (expected: string | number): number => (typeof expected === 'number' ? expected : -1);

const nowOf = ({ expires }: DocumentTable, now: number): readonly number[] => (expires ? [now] : []);
