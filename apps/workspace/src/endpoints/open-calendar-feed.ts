import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { openFeed } from '../use-cases/calendar-feed.ts';
import { endpoint } from './endpoint.ts';

export const openCalendarFeed = endpoint({
  method: 'POST',
  path: '/calendar/feed',
  auth: 'user',
  summary: 'Open your calendar to calendar apps under a new secret address; the address before it ends',
  quota: 'mutation',
  input: z.object({}),
  output: z.object({ path: z.string(), createdAt: z.iso.datetime() }),
  statuses: [201],
  handle: async (_, { app, caller }) => {
    const { token, createdAt } = await openFeed(app, caller.userId);
    return answer(201, { path: `/calendar.ics?token=${token}`, createdAt: new Date(createdAt).toISOString() });
  },
});
