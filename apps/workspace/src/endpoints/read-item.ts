import { z } from 'zod';
import { ownItem } from '../use-cases/own-item.ts';
import { endpoint } from './endpoint.ts';
import { ItemName, ShownItem, shownItem } from './item-view.ts';

export const readItem = endpoint({
  method: 'GET',
  path: '/items/:kind/:id',
  auth: 'user',
  summary: 'One of the things you keep',
  input: ItemName,
  output: z.object({ item: ShownItem }),
  handle: async (wanted, { app, caller }) => ({ item: shownItem((await ownItem(app, { ...wanted, ...caller })).item) }),
});
