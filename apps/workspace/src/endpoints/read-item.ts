import { Id } from '@intexuraos/contracts';
import { z } from 'zod';
import { readItem } from '../use-cases/read-item.ts';
import { endpoint, Kind, ShownItem, shownItem } from './endpoint.ts';

export const readItemEndpoint = endpoint({
  method: 'GET',
  path: '/items/:kind/:id',
  auth: 'user',
  summary: 'One of the things you keep',
  input: z.object({ kind: Kind, id: Id }),
  output: z.object({ item: ShownItem }),
  handle: async (wanted, { app, caller }) => ({
    item: shownItem(await readItem(app, { ...wanted, userId: caller.userId })),
  }),
});
