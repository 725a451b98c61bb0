import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const showCallbackSecret = endpoint({
  method: 'GET',
  path: '/callbacks/secret',
  auth: 'user',
  summary: 'What your callbacks are signed with, as Standard Webhooks writes it',
  input: z.object({}),
  output: z.object({ secret: z.string() }),
  handle: async (_, { app, caller }) => ({ secret: app.callbacks.secretOf(caller.userId) }),
});
