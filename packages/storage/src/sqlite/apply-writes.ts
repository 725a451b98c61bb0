import { documentText } from '../documents/check-writes.ts';
import { fieldsOf } from '../documents/fields-of.ts';
import type { CommitOutcome, Write } from '../store.ts';
import type { Column } from './column-values.ts';
import type { DocumentTable } from './document-table.ts';
import type { RecentDocuments } from './recent-documents.ts';
import type { StateRow } from './replace-row.ts';

/** A write with all that it needs, so that nothing but the disk can fail while it is applied. */
export interface PreparedWrite {
  readonly write: Write;
  readonly table: DocumentTable;
  readonly columns: readonly Column[];
  readonly text: string;
}

/** The document before the commit; undefined when it is absent, or when that does not matter. */
type State = StateRow | undefined;

export function prepareWrite(write: Write, table: DocumentTable): PreparedWrite {
  if (write.kind === 'delete') return { write, table, columns: [], text: '' };
  return { write, table, columns: table.columns(fieldsOf(write.data)), text: documentText(write, write.data) };
}

export interface Moment {
  readonly version: number;
  readonly now: number;
  readonly recent: RecentDocuments;
}

/** To be called inside a transaction. All conditions are checked before anything is written. */
export function applyWrites(writes: readonly PreparedWrite[], moment: Moment): CommitOutcome {
  const { version, now } = moment;
  const states: State[] = [];
  for (const [index, prepared] of writes.entries()) {
    const state = stateBefore(prepared, moment);
    if (!isAllowed(prepared.write, state)) return { outcome: 'conflict', index };
    states.push(state);
  }
  writes.forEach((prepared, at) => apply(prepared, states[at], moment));
  return { outcome: 'committed', versions: writes.map(() => version), committedAt: now };
}

function stateBefore({ write, table }: PreparedWrite, { now, recent }: Moment): State {
  if (write.kind === 'put' || (write.kind === 'delete' && write.expected === undefined)) return undefined;
  const known = recent.get(write.collection, write.id, now);
  if (known?.table === table) return [known.version, ...known.columns];
  return table.expires ? table.state.get(write.id, now) : table.state.get(write.id);
}

function isAllowed(write: Write, state: State): boolean {
  if (write.kind === 'create') return state === undefined;
  if (write.kind === 'put' || write.expected === undefined) return true;
  return state !== undefined && state[0] === write.expected;
}

function apply({ write, table, columns, text }: PreparedWrite, state: State, { version, recent }: Moment): void {
  const { id } = write;
  switch (write.kind) {
    case 'create':
    case 'put':
      table.put.run(id, version, ...columns, text);
      break;
    case 'replace':
      table.replace({ id, version, columns, text }, state ?? {});
      break;
    case 'delete':
      table.remove.run(id);
  }
  if (write.kind === 'delete') return recent.forget(write.collection, id);
  const { expiresAtField } = write.collection;
  const expiresAt = expiresAtField === undefined ? null : fieldsOf(write.data)[expiresAtField];
  recent.keep(write.collection, id, { version, text, columns, table, expiresAt });
}
