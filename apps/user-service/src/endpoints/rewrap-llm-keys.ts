import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** Few enough for one request, even when a KMS does each of them. */
const atOnce = 50;

export const rewrapLlmKeys = endpoint({
  method: 'POST',
  path: '/internal/llm-keys/rewrap',
  auth: 'scheduler',
  summary: 'Put keys under the current master key; repeat until it says 0, then the old master key can go',
  input: z.object({}),
  output: z.object({ rewrapped: z.int() }),
  handle: async (_, { app }) => ({ rewrapped: await app.llmKeys.rewrap(atOnce) }),
});
