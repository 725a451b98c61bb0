import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const closeCalendarFeed = endpoint({
  method: 'DELETE',
  path: '/calendar/feed',
  auth: 'user',
  summary: 'Close your calendar to calendar apps',
  quota: 'mutation',
  input: z.object({}),
  output: z.object({}),
  handle: async (_, { app, caller }) => {
    if (await app.feeds.remove(caller.userId)) return {};
    throw new AppError('NOT_FOUND', 'Your calendar is not open to calendar apps');
  },
});
