import { Id } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { askForText } from '../use-cases/ask-for-text.ts';
import { endpoint } from './endpoint.ts';
import { ShownItem, shownItem } from './item-view.ts';

export const writeResearch = endpoint({
  method: 'POST',
  path: '/items/research/:id/write',
  auth: 'user',
  summary: 'Have your language model write a research, or write it again; read the item to see when it is there',
  quota: 'mutation',
  input: z.object({ id: Id }),
  output: z.object({ item: ShownItem }),
  statuses: [202],
  handle: async ({ id }, { app, caller }) => answer(202, { item: shownItem(await askForText(app, { id, ...caller })) }),
});
