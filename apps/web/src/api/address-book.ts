import * as z from 'zod/mini';
import type { Caller } from './caller.ts';

/** Somebody whom a person writes to, by the name that they call them. */
const Entry = z.object({ id: z.string(), name: z.string(), address: z.string() });
export type Entry = z.infer<typeof Entry>;
export type NewEntry = Omit<Entry, 'id'>;

const path = '/me/address-book';

export function createAddressBookApi(call: Caller) {
  return {
    list: async (signal: AbortSignal) =>
      (await call('GET', path, { answer: z.object({ entries: z.array(Entry) }), signal })).entries,
    /** In place of what stood under the name. */
    save: async (entry: NewEntry) =>
      (await call('POST', path, { answer: z.object({ entry: Entry }), body: entry })).entry,
    remove: (id: string) => call('DELETE', `${path}/${encodeURIComponent(id)}`, { answer: z.object({}) }),
  };
}
