import { ActionStatus, Id, Timestamp } from '@intexuraos/contracts';
import { z } from 'zod';
import { iso } from './action-view.ts';
import { endpoint } from './endpoint.ts';

const TimelineEntry = z.object({
  seq: z.int(),
  at: Timestamp,
  event: z.string(),
  by: z.string(),
  channel: z.string(),
  status: ActionStatus,
  version: z.int(),
  note: z.string().nullable(),
});

export const getTimeline = endpoint({
  method: 'GET',
  path: '/actions/:actionId/events',
  auth: 'user',
  summary: 'Everything that happened to an action, oldest first: who, when, through what, why.',
  input: z.strictObject({ actionId: Id }),
  output: z.object({ events: z.array(TimelineEntry) }),
  handle: async ({ actionId }, { app, caller }) => {
    const events = await app.timeline({ actionId, userId: caller.userId });
    return { events: events.map((event) => ({ ...event, at: iso(event.at) })) };
  },
});
