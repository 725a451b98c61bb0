import { ActionStatus, Id, Timestamp, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { kindOf } from '../domain/due.ts';
import { stuckReason, waitingSince } from '../domain/stuck.ts';
import type { Loaded } from '../ports.ts';
import { iso } from './action-view.ts';
import { endpoint } from './endpoint.ts';

/** Enough to find out what is wrong; what the action is about is its owner's affair. */
const StuckView = z.object({
  actionId: Id,
  userId: UserId,
  type: z.string(),
  status: ActionStatus,
  version: z.int(),
  reason: z.enum(['UNSUPPORTED_TYPE', 'UNDELIVERED', 'OUTCOME_UNKNOWN', 'UNTOLD', 'OVERDUE']),
  since: Timestamp,
  attempts: z.int(),
  failureCode: z.string().nullable(),
  /** The kinds of messages and events that nobody has heard yet. */
  untold: z.array(z.string()),
});

const viewOf = ({ action }: Loaded): z.input<typeof StuckView> => ({
  actionId: action.id,
  userId: action.userId,
  type: action.type,
  status: action.status,
  version: action.version,
  reason: stuckReason(action),
  since: iso(waitingSince(action)),
  attempts: action.attempts,
  failureCode: action.failure?.code ?? null,
  untold: action.due.map(kindOf),
});

export const listStuck = endpoint({
  method: 'GET',
  path: '/operations/stuck',
  auth: 'operator',
  summary: 'Actions of anybody that need a look, those that wait longest first.',
  input: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().min(1).max(4_096).optional(),
  }),
  output: z.object({ stuck: z.array(StuckView), nextCursor: z.string().nullable() }),
  handle: async (page, { app }) => {
    const { actions, nextCursor } = await app.stuck(page);
    return { stuck: actions.map(viewOf), nextCursor };
  },
});
