import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** Few enough for one request, even when a KMS does each of them. */
const atOnce = 50;

export const rewrapConnections = endpoint({
  method: 'POST',
  path: '/internal/connections/rewrap',
  auth: 'scheduler',
  summary: 'Put secrets under the current master key; repeat until it says 0, then the old master key can go',
  input: z.object({}),
  output: z.object({ rewrapped: z.int() }),
  handle: async (_, { app }) => ({ rewrapped: await app.connections.rewrap(atOnce) }),
});
