import { defineCollection } from '@intexuraos/storage';
import { SealedRecord } from '@intexuraos/vault';
import { z } from 'zod';

const FlowDocument = z.object({
  userId: z.string(),
  platform: z.string(),
  connectionId: z.string().nullable(),
  label: z.string(),
  scopes: z.array(z.string()).readonly(),
  redirectUri: z.string(),
  session: z.string(),
  sealedVerifier: SealedRecord,
  expiresAt: z.number(),
});

/** Under the hash of their state. */
export const flowDocuments = defineCollection({
  name: 'action_engine_oauth_flows',
  parse: (data) => FlowDocument.parse(data),
  indexes: [],
  expiresAtField: 'expiresAt',
});
