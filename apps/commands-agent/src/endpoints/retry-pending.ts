import { z } from 'zod';
import { retryPending } from '../use-cases/retry-pending.ts';
import { endpoint } from './endpoint.ts';

export const retryPendingEndpoint = endpoint({
  method: 'POST',
  path: '/internal/commands/retry-pending',
  auth: 'scheduler',
  summary: 'Finishes what a crash or an outage left unfinished; a bounded batch for each call.',
  input: z.object({}),
  output: z.object({ looked: z.int(), unsettled: z.int() }),
  handle: (_input, { app }) => retryPending(app),
});
