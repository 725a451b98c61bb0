import { Id } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { ActionView, etagOf, viewOf } from './action-view.ts';
import { endpoint } from './endpoint.ts';

export const getAction = endpoint({
  method: 'GET',
  path: '/actions/:actionId',
  auth: 'user',
  summary: 'One of the person’s actions; its ETag is for If-Match.',
  input: z.strictObject({ actionId: Id }),
  output: z.object({ action: ActionView }),
  handle: async ({ actionId }, { app, caller }) => {
    const loaded = await app.get({ actionId, userId: caller.userId });
    return answer(200, { action: viewOf(loaded, app.canOf(loaded)) }, etagOf(loaded));
  },
});
