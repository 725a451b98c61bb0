import { NewBookmark } from '@intexuraos/internal-clients/bookmarks-agent';
import type { z } from 'zod';
import { defineItemKind } from '../define.ts';
import { sameAddress } from './same-address.ts';

const Bookmark = NewBookmark.omit({ userId: true, source: true, sourceId: true });
export type Bookmark = z.infer<typeof Bookmark>;

export const bookmark = defineItemKind({
  name: 'bookmark',
  page: 'bookmarks',
  content: Bookmark,
  titleOf: ({ title, url }) => title ?? url,
  doneText: ({ url }) => `Bookmark for ${url} saved`,
  errand: 'page',
  uniqueName: ({ url }) => sameAddress(url),
});
