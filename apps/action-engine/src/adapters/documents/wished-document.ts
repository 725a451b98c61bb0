import { z } from 'zod';

/** A wish in its stored form. */
export const WishedDocument = z.object({
  platform: z.string(),
  operation: z.string(),
  payload: z.record(z.string(), z.json()),
  connectionId: z.string().nullable(),
  simulate: z.boolean(),
});
