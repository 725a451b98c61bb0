import * as z from 'zod/mini';
import type { Caller } from './caller.ts';

const Item = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  createdAt: z.string(),
  completedAt: z.nullable(z.string()),
  content: z.record(z.string(), z.unknown()),
  found: z.nullable(z.record(z.string(), z.unknown())),
  pending: z.boolean(),
  problem: z.nullable(z.string()),
  can: z.array(z.string()),
});
export type Item = z.infer<typeof Item>;
const ItemPage = z.object({ items: z.array(Item), nextCursor: z.nullable(z.string()) });
const One = z.object({ item: Item });

const Feed = z.object({ feed: z.nullable(z.object({ createdAt: z.string() })) });

/** What can be done for an item beyond keeping it: its page is read, it is written, it is put on an outside platform. */
export const errands = ['refresh', 'write', 'mirror'] as const;
export type Errand = (typeof errands)[number];

type ItemName = Pick<Item, 'kind' | 'id'>;

export function createItemsApi(call: Caller) {
  const at = ({ kind, id }: ItemName) => `/items/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`;
  return {
    list: (kind: string | null, cursor: string | null, signal: AbortSignal) => {
      const query = new URLSearchParams({ ...(kind !== null && { kind }), ...(cursor !== null && { cursor }) });
      return call('GET', `/items?${query}`, { answer: ItemPage, signal });
    },
    get: async (name: ItemName, signal: AbortSignal) => (await call('GET', at(name), { answer: One, signal })).item,
    tick: async (name: ItemName, completed: boolean) =>
      (await call('PATCH', at(name), { answer: One, body: { completed } })).item,
    /** Has more done for it, by the server and after the answer. */
    begin: async (name: ItemName, errand: Errand) =>
      (await call('POST', `${at(name)}/${errand}`, { answer: One, body: {} })).item,
    delete: (name: ItemName) => call('DELETE', at(name), { answer: z.object({}) }),
    /** When the calendar was opened to calendar apps; null while it is not. */
    feed: async (signal: AbortSignal) => (await call('GET', '/calendar/feed', { answer: Feed, signal })).feed,
    /** The path of the calendar under its new secret address. */
    openFeed: async () =>
      (await call('POST', '/calendar/feed', { answer: z.object({ path: z.string() }), body: {} })).path,
    closeFeed: () => call('DELETE', '/calendar/feed', { answer: z.object({}) }),
  };
}
