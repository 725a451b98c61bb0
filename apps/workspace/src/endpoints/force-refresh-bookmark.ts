import { Id } from '@intexuraos/contracts';
import { RefreshedBookmark } from '@intexuraos/internal-clients/bookmarks-agent';
import { z } from 'zod';
import { bookmark } from '../items/bookmark/index.ts';
import { refreshBookmark } from '../use-cases/refresh-bookmark.ts';
import { endpoint } from './endpoint.ts';

export const forceRefreshBookmark = endpoint({
  method: 'POST',
  path: '/internal/bookmarks/:id/force-refresh',
  auth: 'service',
  summary: "Read a bookmark's page again for its title, description and image",
  input: z.object({ id: Id }),
  output: RefreshedBookmark,
  handle: async ({ id }, { app }) => {
    const { content } = await refreshBookmark(app, id);
    return { id, url: bookmark.content.parse(content).url, status: 'refreshed' };
  },
});
