import { join } from 'node:path';
import { systemClock } from '@intexuraos/kernel';
import { defineCollection } from '@intexuraos/storage';
import { createSqliteStore, openSqliteDatabase } from '@intexuraos/storage/sqlite';
import { z } from 'zod';
import { TimelineEntry } from './wire.ts';

const StoredEntry = TimelineEntry.extend({ at: z.number() }).transform((entry) => ({
  ...entry,
  at: new Date(entry.at).toISOString(),
}));

const StoredAction = z.object({
  id: z.string(),
  status: z.string(),
  version: z.number(),
  attempts: z.number(),
  outcome: z.string(),
  ask: z.object({ delivery: z.object({ status: z.string() }) }).nullable(),
  deletedAt: z.number().nullable(),
  events: z.array(StoredEntry),
});
export type StoredAction = Omit<z.infer<typeof StoredAction>, 'events'> & {
  readonly timeline: readonly TimelineEntry[];
};

const actions = defineCollection({ name: 'actions', parse: (data) => StoredAction.parse(data), indexes: [] });
const moved = defineCollection({
  name: 'events',
  parent: 'actions',
  parse: (data) => StoredEntry.parse(data),
  indexes: [['actionId', 'seq']],
});

/** What stands in the file after the machine has let go of it. */
export interface StoredFile {
  /** The action with its whole timeline. Throws when there is none. */
  action(id: string): Promise<StoredAction>;
  /** `ok` for a file without damage, https://www.sqlite.org/pragma.html#pragma_integrity_check */
  readonly integrity: unknown;
  /** Messages that nobody has been given yet, and such as were given up. */
  readonly messagesLeft: number;
  readonly deadLetters: number;
}

/** Reads the file of a machine that does not run. */
export async function readStored<T>(dataDir: string, read: (file: StoredFile) => Promise<T>): Promise<T> {
  const database = openSqliteDatabase({ path: join(dataDir, 'intexuraos.db') });
  const store = createSqliteStore(database, { clock: systemClock });
  const valueOf = (sql: string) => database.read(({ prepare }) => Object.values(prepare(sql).get() ?? {})[0]);
  try {
    return await read({
      integrity: valueOf('PRAGMA integrity_check'),
      messagesLeft: Number(valueOf('SELECT count(*) FROM carrier_messages')),
      deadLetters: Number(valueOf('SELECT count(*) FROM carrier_dead_letters')),
      async action(id) {
        const found = await store.get(actions, id);
        if (found === null) throw new Error(`${id} is not in the file`);
        const orderBy = { field: 'seq', direction: 'ascending' } as const;
        const older = await store.query(moved, { where: { actionId: id }, orderBy, limit: 500 });
        const { events, ...rest } = found.data;
        const [first = { seq: 1 }] = events;
        const before = older.docs.map(({ data }) => data).filter(({ seq }) => seq < first.seq);
        return { ...rest, timeline: [...before, ...events] };
      },
    });
  } finally {
    await store.close();
  }
}
