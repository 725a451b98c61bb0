import { answer } from '@intexuraos/http-server';
import { CreatedBookmark, NewBookmark } from '@intexuraos/internal-clients/bookmarks-agent';
import { readCallIdentity } from '../domain/call-identity.ts';
import { bookmark } from '../items/bookmark/index.ts';
import { keepItem } from '../use-cases/keep-item.ts';
import { createdOrRepeated, endpoint, internalBodyLimit } from './endpoint.ts';

export const createBookmark = endpoint({
  method: 'POST',
  path: '/internal/bookmarks',
  auth: 'service',
  summary: 'Keep a bookmark; an address that the person has from another source is 409 with existingBookmarkId',
  bodyLimit: internalBodyLimit,
  input: NewBookmark,
  output: CreatedBookmark,
  statuses: [201],
  handle: async ({ userId, source, sourceId, ...content }, { app, request }) => {
    const wanted = { userId, source, sourceId, content };
    const { item, created } = await keepItem(app, bookmark, wanted, readCallIdentity(request.headers));
    const [status, headers] = createdOrRepeated(created);
    return answer(status, { id: item.id, url: content.url }, headers);
  },
});
