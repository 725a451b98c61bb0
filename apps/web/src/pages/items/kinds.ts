import type { itemsTexts } from '../../texts/items.ts';
import type { IconName } from '../../ui/icon.tsx';

export type KindName = keyof typeof itemsTexts.kinds;

/** By the last part of their address, which the API gives its links. */
export const kinds = {
  todos: { name: 'todo', icon: 'todo' },
  notes: { name: 'note', icon: 'note' },
  bookmarks: { name: 'bookmark', icon: 'link' },
  calendar: { name: 'calendar', icon: 'calendar' },
  research: { name: 'research', icon: 'research' },
  linear: { name: 'linear', icon: 'linear' },
} as const satisfies Record<string, { name: KindName; icon: IconName }>;

export type KindPage = keyof typeof kinds;

const isKindPage = (text: string): text is KindPage => text in kinds;
export const kindPages: readonly KindPage[] = Object.keys(kinds).filter(isKindPage);
export const kindPageOf = (kind: string): KindPage => kindPages.find((page) => kinds[page].name === kind) ?? 'notes';
