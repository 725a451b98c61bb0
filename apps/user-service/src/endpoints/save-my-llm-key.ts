import { z } from 'zod';
import { saveLlmKey } from '../use-cases/save-llm-key.ts';
import { endpoint, Provider, ShownLlmKey, shownLlmKey } from './endpoint.ts';

export const saveMyLlmKey = endpoint({
  method: 'PUT',
  path: '/users/me/llm-keys/:provider',
  auth: 'user',
  summary: 'Keep a language-model key; it is never shown again',
  quota: 'mutation',
  input: z.object({
    provider: Provider,
    /** It becomes a header, so it must be able to be one. */
    apiKey: z.string().regex(/^[\x21-\x7e]{1,4096}$/, 'expected visible ASCII characters'),
    baseUrl: z.string().max(2_048).optional(),
  }),
  output: z.object({ key: ShownLlmKey }),
  handle: async ({ baseUrl, ...key }, { app, caller }) => ({
    key: shownLlmKey(await saveLlmKey(app, caller.userId, { ...key, baseUrl: baseUrl ?? null })),
  }),
});
