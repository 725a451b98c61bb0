import { defineCollection } from '@intexuraos/storage';
import { SealedRecord } from '@intexuraos/vault';
import { z } from 'zod';

const ConnectionDocument = z.object({
  userId: z.string(),
  platform: z.string(),
  label: z.string(),
  settings: z.record(z.string(), z.json()),
  scopes: z.array(z.string()).readonly(),
  health: z.enum(['healthy', 'needs_reconnect']),
  connectedAt: z.number(),
  lastUsedAt: z.number().nullable(),
  sealed: SealedRecord,
  /** The master key of `sealed`, to find what a rotation has left behind. */
  kekId: z.string(),
  updatedAt: z.number(),
  /** Until when somebody renews the secret; nobody else does it meanwhile. */
  renewingUntil: z.number().nullable(),
});
export type ConnectionDocument = z.infer<typeof ConnectionDocument>;

export const connectionDocuments = defineCollection({
  name: 'action_engine_connections',
  parse: (data) => ConnectionDocument.parse(data),
  indexes: [
    ['userId', 'connectedAt'],
    ['kekId', 'updatedAt'],
  ],
});
