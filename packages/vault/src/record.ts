import { z } from 'zod';

/** What stands between the owner of a secret and anybody else: a record opens only under the facts it was sealed with. */
export interface SealedFor {
  readonly userId: string;
  /** The platform the secret is for: `openai`, `google_calendar`. */
  readonly connector: string;
  readonly accountId: string;
  /** The name and version of what was sealed: `llm-key.v1`. */
  readonly schema: string;
}

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);

/** A sealed secret as it is stored: all binary fields in base64. */
export const SealedRecord = z.object({
  v: z.literal(1),
  kekId: z.string().min(1).max(512),
  /** Opaque to all but the wrapper of `kekId`. */
  wrappedDek: z.base64().min(1),
  iv: base64(12),
  tag: base64(16),
  ct: z.base64(),
});
export type SealedRecord = z.infer<typeof SealedRecord>;
