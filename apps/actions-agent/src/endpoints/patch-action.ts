import { Id, text } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { ActionView, etagOf, Payload, viewOf } from './action-view.ts';
import { endpoint } from './endpoint.ts';

export const patchAction = endpoint({
  method: 'PATCH',
  path: '/actions/:actionId',
  auth: 'user',
  quota: 'mutation',
  summary: 'Approves (pending, processing), rejects, archives, or edits an action; an edit is asked about again.',
  input: z.strictObject({
    actionId: Id,
    status: z.enum(['pending', 'processing', 'rejected', 'archived']).optional(),
    type: z.string().max(64).optional(),
    title: text(1_000).pipe(z.string().min(1)).optional(),
    payload: Payload.optional(),
  }),
  output: z.object({ action: ActionView }),
  handle: async (input, { app, caller, request }) => {
    const loaded = await app.patch({
      ...input,
      ...caller,
      ifMatch: request.headers['if-match'],
      requestId: request.id,
    });
    return answer(200, { action: viewOf(loaded, app.canOf(loaded)) }, etagOf(loaded));
  },
});
