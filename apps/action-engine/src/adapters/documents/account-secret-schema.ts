import { z } from 'zod';

/** A secret as it was before it was sealed. */
export const AccountSecretSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entered'), credentials: z.record(z.string(), z.json()) }),
  z.object({
    kind: z.literal('oauth'),
    accessToken: z.string(),
    refreshToken: z.string().nullable(),
    obtainedAt: z.number(),
    expiresAt: z.number().nullable(),
  }),
]);
