import { z } from 'zod';
import { ActionStatus, Origin, Outcome } from '../action.ts';
import { Id, UserId } from '../primitives.ts';
import { defineTopic } from '../topic.ts';

/**
 * What an action shows has changed: its status, its content or what it needs. For whoever subscribes: the stream of
 * changes, sessions, workflows, callbacks.
 */
export const ActionChanged = z.object({
  type: z.literal('action.changed'),
  eventId: z.string().max(256),
  actionId: Id,
  userId: UserId,
  version: z.int().min(1),
  rev: z.int().min(1),
  status: ActionStatus,
  origin: Origin,
  outcome: Outcome,
});
export type ActionChanged = z.infer<typeof ActionChanged>;

export const actionChanged = defineTopic({
  event: 'action.changed',
  name: 'action-changed',
  variable: 'INTEXURAOS_PUBSUB_ACTION_CHANGED',
  schema: ActionChanged,
});
