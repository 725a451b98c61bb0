import { defineCollection } from '@intexuraos/storage';
import { SealedRecord } from '@intexuraos/vault';
import { z } from 'zod';

const LlmKeyDocument = z.object({
  userId: z.string(),
  provider: z.string(),
  baseUrl: z.string().nullable(),
  sealed: SealedRecord,
  /** The master key of `sealed`, to find what a rotation has left behind. */
  kekId: z.string(),
  lastFour: z.string(),
  updatedAt: z.number(),
  lastUsedAt: z.number().nullable(),
});
export type LlmKeyDocument = z.infer<typeof LlmKeyDocument>;

export const llmKeyDocuments = defineCollection({
  name: 'users_llm_keys',
  parse: (data) => LlmKeyDocument.parse(data),
  indexes: [
    ['userId', 'provider'],
    ['kekId', 'updatedAt'],
  ],
});
