import { z } from 'zod';
import { deleteItem } from '../use-cases/delete-item.ts';
import { endpoint } from './endpoint.ts';
import { ItemName } from './item-view.ts';

export const deleteItemEndpoint = endpoint({
  method: 'DELETE',
  path: '/items/:kind/:id',
  auth: 'user',
  summary: 'Delete one of the things you keep',
  quota: 'mutation',
  input: ItemName,
  output: z.object({}),
  handle: async (wanted, { app, caller }) => {
    await deleteItem(app, { ...wanted, ...caller });
    return {};
  },
});
