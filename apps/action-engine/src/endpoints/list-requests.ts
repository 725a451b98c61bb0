import { UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { onBehalfOf } from '../use-cases/on-behalf-of.ts';
import { endpoint } from './endpoint.ts';
import { RequestView, requestView } from './performance-view.ts';

export const listRequests = endpoint({
  method: 'GET',
  path: '/requests',
  auth: 'caller',
  summary: 'What was asked for and what became of it, newest first',
  input: z.object({
    user_id: UserId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().max(1_000).optional(),
  }),
  output: z.object({ requests: z.array(RequestView), nextCursor: z.string().nullable() }),
  handle: async ({ user_id, limit, cursor }, { app, caller }) => {
    const userId = onBehalfOf(caller, user_id);
    const { performances, nextCursor } = await app.performances.list({ userId, limit, cursor });
    return { requests: performances.map(requestView), nextCursor };
  },
});
