import { Id } from '@intexuraos/contracts';
import { z } from 'zod';
import { ActionView, viewOf } from './action-view.ts';
import { endpoint } from './endpoint.ts';

export const batchActions = endpoint({
  method: 'POST',
  path: '/actions/batch',
  auth: 'user',
  summary: 'Up to 50 actions by id; unknown and foreign ids are left out.',
  bodyLimit: 256 * 1024,
  input: z.strictObject({ actionIds: z.array(Id).min(1).max(50) }),
  output: z.object({ actions: z.array(ActionView) }),
  handle: async ({ actionIds }, { app, caller }) => {
    const found = await app.batch(caller.userId, actionIds);
    return { actions: found.map((loaded) => viewOf(loaded, app.canOf(loaded))) };
  },
});
