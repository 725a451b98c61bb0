import { z } from 'zod';
import { tickOff } from '../use-cases/tick-off.ts';
import { endpoint } from './endpoint.ts';
import { ItemName, ShownItem, shownItem } from './item-view.ts';

export const changeItem = endpoint({
  method: 'PATCH',
  path: '/items/:kind/:id',
  auth: 'user',
  summary: 'Tick a to-do off, or open it again',
  quota: 'mutation',
  input: ItemName.extend({ completed: z.boolean() }),
  output: z.object({ item: ShownItem }),
  handle: async ({ completed, ...wanted }, { app, caller }) => ({
    item: shownItem(await tickOff(app, { ...wanted, ...caller }, completed)),
  }),
});
