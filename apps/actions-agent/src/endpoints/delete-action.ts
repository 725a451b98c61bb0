import { Id } from '@intexuraos/contracts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const deleteAction = endpoint({
  method: 'DELETE',
  path: '/actions/:actionId',
  auth: 'user',
  quota: 'mutation',
  summary: 'Deletes an action; 409 while it is being carried out.',
  input: z.strictObject({ actionId: Id }),
  output: z.object({}),
  handle: async ({ actionId }, { app, caller }) => {
    await app.delete({ actionId, userId: caller.userId });
    return {};
  },
});
