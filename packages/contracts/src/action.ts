import { z } from 'zod';

export const actionStatuses = [
  'pending',
  'awaiting_approval',
  'processing',
  'completed',
  'failed',
  'rejected',
  'archived',
] as const;
export const ActionStatus = z.enum(actionStatuses);
export type ActionStatus = z.infer<typeof ActionStatus>;

export const outcomes = ['none', 'effect', 'no_effect', 'unknown'] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** Who wants to learn the outcome of an action. */
export const Origin = z.strictObject({
  kind: z.enum(['command', 'session', 'operation', 'workflow']),
  id: z.string().min(1).max(512),
});
export type Origin = z.infer<typeof Origin>;
