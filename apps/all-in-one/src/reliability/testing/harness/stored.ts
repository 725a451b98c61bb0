import { defineCollection, type Store } from '@intexuraos/storage';
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

/** What is left when the machine has let go of it. */
export interface Stored {
  /** The action with its whole timeline. Throws when there is none. */
  action(id: string): Promise<StoredAction>;
  /** Messages that were given up. */
  readonly deadLetters: number;
}

export async function storedAction(store: Store, id: string): Promise<StoredAction> {
  const found = await store.get(actions, id);
  if (found === null) throw new Error(`${id} is not stored`);
  const orderBy = { field: 'seq', direction: 'ascending' } as const;
  const older = await store.query(moved, { where: { actionId: id }, orderBy, limit: 500 });
  const { events, ...rest } = found.data;
  const [first = { seq: 1 }] = events;
  const before = older.docs.map(({ data }) => data).filter(({ seq }) => seq < first.seq);
  return { ...rest, timeline: [...before, ...events] };
}
