import { Id, Timestamp, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import type { Action } from '../domain/action.ts';
import { iso } from './action-view.ts';
import { endpoint } from './endpoint.ts';

const Facts = z.object({
  summary: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  location: z.string().optional(),
  description: z.string().optional(),
  duration: z.string().optional(),
  isAllDay: z.boolean().optional(),
});

const Preview = Facts.extend({
  actionId: Id,
  userId: UserId,
  status: z.enum(['pending', 'ready', 'failed']),
  error: z.string().optional(),
  reasoning: z.string().optional(),
  generatedAt: Timestamp.nullable(),
});

function previewOf({ id, userId, prepared, preparation }: Action): z.infer<typeof Preview> {
  const facts = Facts.safeParse(prepared ?? {});
  return {
    ...(facts.success && facts.data),
    actionId: id,
    userId,
    status: preparation?.status ?? 'ready',
    ...(preparation?.problem && { error: preparation.problem }),
    ...(preparation?.reasoning && { reasoning: preparation.reasoning }),
    generatedAt: typeof preparation?.generatedAt === 'number' ? iso(preparation.generatedAt) : null,
  };
}

export const previewAction = endpoint({
  method: 'GET',
  path: '/actions/:actionId/preview',
  auth: 'user',
  summary: 'The facts that will be sent, as they were worked out before the question.',
  input: z.strictObject({ actionId: Id }),
  output: Preview,
  handle: async ({ actionId }, { app, caller }) =>
    previewOf((await app.get({ actionId, userId: caller.userId })).action),
});
