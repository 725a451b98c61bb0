import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const showCalendarFeed = endpoint({
  method: 'GET',
  path: '/calendar/feed',
  auth: 'user',
  summary: 'Whether your calendar is open to calendar apps; its address is shown only when it is made',
  input: z.object({}),
  output: z.object({ feed: z.object({ createdAt: z.iso.datetime() }).nullable() }),
  handle: async (_, { app, caller }) => {
    const feed = await app.feeds.ofPerson(caller.userId);
    return { feed: feed && { createdAt: new Date(feed.createdAt).toISOString() } };
  },
});
