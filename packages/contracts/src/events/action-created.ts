import { z } from 'zod';
import { CommandId, Id, Timestamp, UserId } from '../primitives.ts';
import { defineTopic } from '../topic.ts';

/** "Look at this action": told after a create, an edit, an approval and when a retry is due. */
export const ActionCreated = z.object({
  type: z.literal('action.created'),
  eventId: z.string().max(256).optional(),
  actionId: Id,
  userId: UserId,
  commandId: CommandId,
  actionType: z.string().max(64),
  title: z.string(),
  payload: z.object({ prompt: z.string(), confidence: z.number(), summary: z.string().optional() }),
  timestamp: Timestamp,
  version: z.int().min(1).optional(),
});
export type ActionCreated = z.infer<typeof ActionCreated>;

export const actionCreated = defineTopic({
  event: 'action.created',
  name: 'actions',
  variable: 'INTEXURAOS_PUBSUB_ACTIONS_QUEUE',
  schema: ActionCreated,
});
