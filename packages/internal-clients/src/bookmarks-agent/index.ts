import { Id, text, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { defineNeighbour } from '../define.ts';

/** Body of `POST /internal/bookmarks`. A URL that the person has already is 409 with `DuplicateBookmark` as details. */
export const NewBookmark = z.object({
  userId: UserId,
  url: z.url({ protocol: /^https?$/ }).max(2_048),
  title: text(1_000).optional(),
  description: text(20_000).optional(),
  tags: z.array(text(64)).max(50).optional(),
  source: z.string().min(1).max(64),
  sourceId: Id,
});
export type NewBookmark = z.infer<typeof NewBookmark>;

export const CreatedBookmark = z.object({ id: Id, url: z.string() });
export type CreatedBookmark = z.infer<typeof CreatedBookmark>;

export const DuplicateBookmark = z.object({ existingBookmarkId: Id });
export type DuplicateBookmark = z.infer<typeof DuplicateBookmark>;

export const RefreshedBookmark = z.object({ id: Id, url: z.string(), status: z.string() });
export type RefreshedBookmark = z.infer<typeof RefreshedBookmark>;

export const bookmarksAgent = defineNeighbour({
  name: 'bookmarks-agent',
  urlEnv: 'INTEXURAOS_BOOKMARKS_AGENT_URL',
  client: (http) => ({
    create: (bookmark: NewBookmark) => http.post('/internal/bookmarks', CreatedBookmark, bookmark),
    /** Reads the page again for its title, description and image. May be repeated. */
    forceRefresh: (id: string) =>
      http.post(`/internal/bookmarks/${encodeURIComponent(id)}/force-refresh`, RefreshedBookmark),
  }),
});
