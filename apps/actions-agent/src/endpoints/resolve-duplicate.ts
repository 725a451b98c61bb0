import { ActionStatus, Id } from '@intexuraos/contracts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { executionOf } from './execution-view.ts';

export const resolveDuplicate = endpoint({
  method: 'POST',
  path: '/actions/:actionId/resolve-duplicate',
  auth: 'user',
  quota: 'mutation',
  summary: 'A bookmark that is there already: skip the new one, or refresh the old one.',
  input: z.strictObject({ actionId: Id, action: z.enum(['skip', 'update']) }),
  output: z.object({ actionId: Id, status: ActionStatus, resourceUrl: z.string().optional() }),
  handle: async ({ actionId, action }, { app, caller }) => {
    const loaded = await app.resolveDuplicate({ actionId, userId: caller.userId, choice: action });
    const { status, resourceUrl } = executionOf(loaded.action);
    return { actionId, status, ...(resourceUrl !== undefined && { resourceUrl }) };
  },
});
