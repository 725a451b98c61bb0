import { z } from 'zod';
import { stream } from './endpoint.ts';

export const streamActions = stream({
  path: '/actions/stream',
  auth: 'user',
  summary: 'Changes of the person’s actions as they happen; Last-Event-ID goes on where a broken connection ended.',
  input: z.strictObject({}),
  open: (_input, { app, caller, lastEventId }, send) =>
    app.feed.follow(caller.userId, lastEventId, ({ id, change }) =>
      send({ id, event: 'action.changed', data: change }),
    ),
});
