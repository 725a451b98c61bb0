import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';

const FeedDocument = z.object({ userId: z.string(), tokenHash: z.string(), createdAt: z.number() });

export const calendarFeeds = defineCollection({
  name: 'workspace_calendar_feeds',
  parse: (data) => FeedDocument.parse(data),
  indexes: [['tokenHash', 'createdAt']],
});
