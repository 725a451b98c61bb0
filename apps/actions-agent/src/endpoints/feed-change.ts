import { actionChanged } from '@intexuraos/contracts';
import { subscription } from './endpoint.ts';

export const feedChange = subscription({
  topic: actionChanged,
  name: 'action-changed-stream',
  path: '/internal/actions/changed',
  summary: 'Hands a change to the streams that are open in this process.',
  // A person's stream is open in one instance, and nobody can tell in which.
  fanOut: true,
  wants: ({ userId }, app) => app.feed.isFollowed(userId),
  handle: async (event, { app }) => app.feed.accept(event),
});
