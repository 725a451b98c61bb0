import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import { endpoint, Provider, ShownLlmKey, shownLlmKey } from './endpoint.ts';

export const readMyLlmKey = endpoint({
  method: 'GET',
  path: '/users/me/llm-keys/:provider',
  auth: 'user',
  summary: 'One of your language-model keys, without the key itself',
  input: z.object({ provider: Provider }),
  output: z.object({ key: ShownLlmKey }),
  handle: async ({ provider }, { app, caller }) => {
    const key = await app.llmKeys.get(caller.userId, provider);
    if (!key) throw new AppError('NOT_FOUND', 'There is no key for this provider');
    return { key: shownLlmKey(key) };
  },
});
