import { z } from 'zod';
import { sweep } from '../use-cases/sweep.ts';
import { endpoint } from './endpoint.ts';

export const retryPending = endpoint({
  method: 'POST',
  path: '/internal/operations/retry-pending',
  auth: 'scheduler',
  summary: 'Performs what is due, goes on with what a crash left, and tells what is untold; a bounded batch',
  input: z.object({}),
  output: z.object({ looked: z.int() }),
  handle: async (_, { app }) => ({ looked: await sweep(app) }),
});
