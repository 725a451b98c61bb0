import { z } from 'zod';
import { sweepErrands } from '../use-cases/sweep-errands.ts';
import { endpoint } from './endpoint.ts';

export const retryPending = endpoint({
  method: 'POST',
  path: '/internal/workspace/retry-pending',
  auth: 'scheduler',
  summary: 'Reads the pages and writes the texts that are due, or that a crash left unfinished; a bounded batch',
  input: z.object({}),
  output: z.object({ looked: z.int() }),
  handle: async (_, { app, request }) => ({ looked: await sweepErrands(app, request.signal) }),
});
