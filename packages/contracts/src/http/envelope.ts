import { errorCodes } from '@intexuraos/kernel';
import { z } from 'zod';

/** `{success: false, error}`: the one shape of every refusal. */
export const ErrorBody = z.object({
  success: z.literal(false),
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    details: z.unknown().optional(),
    requestId: z.string().optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** `{success: true, data}` around what an endpoint returns. */
export const envelope = <T extends z.ZodType>(data: T) => z.object({ success: z.literal(true), data });
