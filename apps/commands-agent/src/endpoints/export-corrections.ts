import { Timestamp } from '@intexuraos/contracts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const Example = z.object({
  id: z.string(),
  text: z.string(),
  fromType: z.string(),
  toType: z.string(),
  commandId: z.string(),
  createdAt: Timestamp,
});

export const exportCorrections = endpoint({
  method: 'GET',
  path: '/internal/corrections',
  auth: 'service',
  summary: 'Corrected examples as training data, oldest first: what people wrote, what was read, what they meant.',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().min(1).max(2_000).optional(),
  }),
  output: z.object({ examples: z.array(Example), nextCursor: z.string().nullable() }),
  handle: async ({ limit, cursor }, { app }) => {
    const page = await app.corrections.list({ limit, ...(cursor !== undefined && { cursor }) });
    const examples = page.corrections.map(({ id, text, fromType, toType, commandId, createdAt }) => ({
      id,
      text,
      fromType,
      toType,
      commandId,
      createdAt: new Date(createdAt).toISOString(),
    }));
    return { examples, nextCursor: page.nextCursor };
  },
});
