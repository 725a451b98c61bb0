import { Id } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { ActionView, etagOf, viewOf } from './action-view.ts';
import { endpoint } from './endpoint.ts';

export const retryAction = endpoint({
  method: 'POST',
  path: '/actions/:actionId/retry',
  auth: 'user',
  quota: 'mutation',
  summary: 'Asks again about a failed action; `confirmMayDuplicate` where it may have happened and cannot be checked.',
  input: z.strictObject({ actionId: Id, confirmMayDuplicate: z.boolean().default(false) }),
  output: z.object({ action: ActionView }),
  handle: async (input, { app, caller }) => {
    const loaded = await app.retry({ ...input, userId: caller.userId });
    return answer(200, { action: viewOf(loaded, app.canOf(loaded)) }, etagOf(loaded));
  },
});
