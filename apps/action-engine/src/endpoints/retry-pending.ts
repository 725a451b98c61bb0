import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const batch = 20;

export const retryPending = endpoint({
  method: 'POST',
  path: '/internal/operations/retry-pending',
  auth: 'scheduler',
  summary: 'Performs what is due, and what a crash left unfinished; a bounded batch',
  input: z.object({}),
  output: z.object({ looked: z.int() }),
  handle: async (_, { app }) => ({ looked: (await app.performances.due(app.clock.now(), batch)).length }),
});
