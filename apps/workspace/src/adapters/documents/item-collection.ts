import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';
import type { Item } from '../../domain/item.ts';
import { itemKind } from '../../items/index.ts';

const ItemDocument = z.object({
  id: z.string(),
  kind: z.string(),
  userId: z.string(),
  source: z.string(),
  sourceId: z.string(),
  title: z.string(),
  content: z.unknown(),
  found: z.record(z.string(), z.unknown()).nullable().default(null),
  receipt: z
    .object({ idempotencyKey: z.string().nullable(), epoch: z.number().nullable() })
    .default({ idempotencyKey: null, epoch: null }),
  errand: z.object({ attempts: z.number(), at: z.number(), isAsked: z.boolean().optional() }).nullable().default(null),
  image: z
    .object({
      platform: z.string(),
      operation: z.string(),
      connection: z.string(),
      account: z.string(),
      payload: z.record(z.string(), z.json()),
      digest: z.string(),
    })
    .nullable()
    .default(null),
  problem: z.string().nullable().default(null),
  completedAt: z.number().nullable().default(null),
  deletedAt: z.number().nullable().default(null),
  createdAt: z.number(),
  updatedAt: z.number(),
  schemaVersion: z.literal(1).default(1),
});

function parseItem(data: unknown): Item {
  const item = ItemDocument.parse(data);
  return { ...item, content: itemKind(item.kind).content.parse(item.content) };
}

/** For so long a deleted item remembers that it was made: whoever asks for it again must not make it anew. */
const rememberedMs = 30 * 24 * 3_600_000;

/** The stored form. */
export const documentOf = (item: Item): object => ({
  ...item,
  errandAt: item.errand?.at ?? null,
  expiresAt: item.deletedAt === null ? null : item.deletedAt + rememberedMs,
});

export const items = defineCollection({
  name: 'workspace_items',
  parse: parseItem,
  indexes: [['userId', 'createdAt'], ['userId', 'kind', 'createdAt'], ['errandAt']],
  expiresAtField: 'expiresAt',
});

const ClaimDocument = z.object({ userId: z.string(), itemId: z.string() });

/** Which item has a name that a person may have once: its existence is what makes the name unique. */
export const nameClaims = defineCollection({
  name: 'workspace_unique_names',
  parse: (data) => ClaimDocument.parse(data),
  indexes: [],
});
