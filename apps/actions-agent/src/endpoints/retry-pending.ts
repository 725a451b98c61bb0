import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const retryPending = endpoint({
  method: 'POST',
  path: '/internal/actions/retry-pending',
  auth: 'scheduler',
  summary:
    'The sweep: tells what is due, takes back expired leases, expires questions. One at a time, a bounded batch.',
  input: z.strictObject({}),
  output: z.object({
    skipped: z.boolean(),
    looked: z.int(),
    told: z.int(),
    takenBack: z.int(),
    expired: z.int(),
    stuck: z.int(),
  }),
  handle: (_input, { app }) => app.sweep(),
});
