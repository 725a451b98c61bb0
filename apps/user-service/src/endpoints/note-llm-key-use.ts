import { UserId } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import { endpoint, Provider } from './endpoint.ts';

export const noteLlmKeyUse = endpoint({
  method: 'POST',
  path: '/internal/users/:userId/llm-keys/:provider/last-used',
  auth: 'service',
  summary: 'Note that a key has just been used',
  input: z.object({ userId: UserId, provider: Provider }),
  output: z.object({}),
  handle: async ({ userId, provider }, { app }) => {
    const noted = await app.llmKeys.noteUse(userId, provider, app.clock.now());
    if (!noted) throw new AppError('NOT_FOUND', 'There is no key for this provider');
    return {};
  },
});
