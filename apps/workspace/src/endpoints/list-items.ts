import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Kind, ShownItem, shownItem } from './item-view.ts';

export const listItems = endpoint({
  method: 'GET',
  path: '/items',
  auth: 'user',
  summary: 'What you keep, newest first',
  input: z.object({
    kind: Kind.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().max(2_048).optional(),
  }),
  output: z.object({ items: z.array(ShownItem), nextCursor: z.string().nullable() }),
  handle: async (query, { app, caller }) => {
    const { items, nextCursor } = await app.items.list({ ...query, userId: caller.userId });
    return { items: items.map(shownItem), nextCursor };
  },
});
