import { bookmarksAgent, DuplicateBookmark } from '@intexuraos/internal-clients/bookmarks-agent';
import { z } from 'zod';
import type { Action } from '../../domain/action.ts';
import { defineActionType, noFacts } from '../define.ts';
import { findUrl } from '../find-url.ts';
import { failedCall } from '../outcome.ts';
import { addressPart, listPart, textPart, titlePart } from '../parts.ts';
import { factsOf, Spoken, source } from '../payload.ts';

const Link = Spoken.extend({ url: z.string().optional(), tags: z.array(z.string()).optional() });

const urlOf = (action: Action, { url, prompt }: z.infer<typeof Link>) => findUrl(url, prompt, action.title);

const shownUrl = (action: Action) => {
  const payload = Link.safeParse(action.payload);
  return payload.success ? urlOf(action, payload.data) : null;
};

const saved = (message: string, id: string) => ({
  kind: 'completed' as const,
  result: { message, resourceUrl: `/#/bookmarks/${id}` },
});

export const link = defineActionType({
  name: 'link',
  payload: Link,
  target: bookmarksAgent,
  keyed: true,
  risk: 'low',
  facts: noFacts,
  texts: {
    verb: 'Save a bookmark',
    facts: (action) => [
      { label: 'Address', value: shownUrl(action) ?? 'none found' },
      ...factsOf(action, { summary: 'Description', tags: 'Tags' }),
    ],
  },
  editable: () => [
    titlePart,
    addressPart('url', ['address', 'url', 'link', 'adresse', 'adres']),
    textPart('summary', ['description', 'beschreibung', 'opis']),
    listPart('tags', ['tags', 'tag']),
  ],
  address: shownUrl,
  execute: async ({ action, payload, client }) => {
    const url = urlOf(action, payload);
    if (url === null) {
      return { kind: 'failed', code: 'NO_URL', message: 'No URL found', outcome: 'no_effect', retryable: false };
    }
    const call = await client.create({
      userId: action.userId,
      url,
      title: action.title,
      ...(payload.summary && { description: payload.summary }),
      ...(payload.tags && { tags: payload.tags }),
      source,
      sourceId: action.id,
    });
    if (call.kind === 'answered') return saved('Bookmark saved', call.data.id);
    const duplicate = DuplicateBookmark.safeParse(call.details);
    return {
      ...failedCall(call),
      ...(duplicate.success && { result: { existingBookmarkId: duplicate.data.existingBookmarkId } }),
    };
  },
  refreshDuplicate: async (existingId, client) => {
    const call = await client.forceRefresh(existingId);
    return call.kind === 'answered' ? saved('Bookmark updated', call.data.id) : failedCall(call);
  },
});
