import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import { endpoint, Provider } from './endpoint.ts';

export const deleteMyLlmKey = endpoint({
  method: 'DELETE',
  path: '/users/me/llm-keys/:provider',
  auth: 'user',
  summary: 'Forget a language-model key',
  quota: 'mutation',
  input: z.object({ provider: Provider }),
  output: z.object({}),
  handle: async ({ provider }, { app, caller }) => {
    const removed = await app.llmKeys.remove(caller.userId, provider);
    if (!removed) throw new AppError('NOT_FOUND', 'There is no key for this provider');
    return {};
  },
});
