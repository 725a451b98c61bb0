import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { askForMirror } from '../use-cases/ask-for-mirror.ts';
import { endpoint } from './endpoint.ts';
import { ItemName, ShownItem, shownItem } from './item-view.ts';

export const mirrorItem = endpoint({
  method: 'POST',
  path: '/items/:kind/:id/mirror',
  auth: 'user',
  summary: 'Put an item on its outside platform, once; read the item to see when it is there',
  quota: 'mutation',
  input: ItemName,
  output: z.object({ item: ShownItem }),
  statuses: [202],
  handle: async (wanted, { app, caller }) =>
    answer(202, { item: shownItem(await askForMirror(app, { ...wanted, ...caller })) }),
});
