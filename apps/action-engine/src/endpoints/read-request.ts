import { UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { onBehalfOf } from '../use-cases/on-behalf-of.ts';
import { readRequest as read } from '../use-cases/read-request.ts';
import { endpoint } from './endpoint.ts';
import { RequestView, requestView } from './performance-view.ts';

export const readRequest = endpoint({
  method: 'GET',
  path: '/requests/:request_id',
  auth: 'caller',
  summary: 'What became of a request: who, when, what, outcome',
  input: z.object({ request_id: z.string().max(200), user_id: UserId.optional() }),
  output: z.object({ request: RequestView }),
  handle: async ({ request_id, user_id }, { app, caller }) => ({
    request: requestView(await read(app, onBehalfOf(caller, user_id), request_id)),
  }),
});
