import { addressOf, LlmKeys, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const openLlmKeys = endpoint({
  method: 'GET',
  path: '/internal/users/:userId/llm-keys',
  auth: 'service',
  summary: "A person's language-model keys in full, where it is known whom they are for: the only way out of the vault",
  input: z.object({ userId: UserId }),
  output: LlmKeys,
  handle: async ({ userId }, { app }) => ({
    keys: (await app.llmKeys.open(userId))
      .map(({ provider, apiKey, baseUrl }) => ({ provider, apiKey, ...(baseUrl !== null && { baseUrl }) }))
      .filter((key) => addressOf(key) !== undefined),
  }),
});
