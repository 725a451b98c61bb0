import { Id } from '@intexuraos/contracts';
import { z } from 'zod';
import { bookmark } from '../items/bookmark/index.ts';
import { ownItem } from '../use-cases/own-item.ts';
import { refreshBookmark } from '../use-cases/refresh-bookmark.ts';
import { endpoint } from './endpoint.ts';
import { ShownItem, shownItem } from './item-view.ts';

export const refreshBookmarkEndpoint = endpoint({
  method: 'POST',
  path: '/items/bookmark/:id/refresh',
  auth: 'user',
  summary: "Read a bookmark's page again for its title, description and image",
  quota: 'mutation',
  input: z.object({ id: Id }),
  output: z.object({ item: ShownItem }),
  handle: async ({ id }, { app, caller }) => {
    await ownItem(app, { id, kind: bookmark.name, ...caller });
    return { item: shownItem(await refreshBookmark(app, id)) };
  },
});
