import { z } from 'zod';

/** How a neighbour answers when it was asked to carry something out (spec of the six target services). */
export const Feedback = z.object({
  status: z.enum(['completed', 'failed']),
  message: z.string(),
  resourceUrl: z.string().optional(),
  errorCode: z.string().optional(),
});
export type Feedback = z.infer<typeof Feedback>;
