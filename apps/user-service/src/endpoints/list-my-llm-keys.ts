import { z } from 'zod';
import { endpoint, ShownLlmKey, shownLlmKey } from './endpoint.ts';

export const listMyLlmKeys = endpoint({
  method: 'GET',
  path: '/users/me/llm-keys',
  auth: 'user',
  summary: 'Your language-model keys, without the keys themselves',
  input: z.object({}),
  output: z.object({ keys: z.array(ShownLlmKey) }),
  handle: async (_, { app, caller }) => ({ keys: (await app.llmKeys.list(caller.userId)).map(shownLlmKey) }),
});
