import type { ActionStatus } from '@intexuraos/contracts';
import { texts } from '../../texts.ts';

/** Which actions a view of the inbox holds; null for all. */
export const shows = {
  waiting: ['pending', 'awaiting_approval', 'processing', 'failed'],
  done: ['completed'],
  dropped: ['rejected', 'archived'],
  all: null,
} as const satisfies Record<keyof typeof texts.inbox.shows, readonly ActionStatus[] | null>;
export type Show = keyof typeof shows;

export interface InboxSearch {
  /** The action that is looked at. */
  readonly action?: string;
  readonly show?: Show;
  readonly type?: string;
}

const isShow = (value: unknown): value is Show => typeof value === 'string' && value in shows;

/** What an address says; what it cannot say is left out. */
export const readInboxSearch = ({ action, show, type }: Record<string, unknown>): InboxSearch => ({
  ...(typeof action === 'string' && { action }),
  ...(isShow(show) && { show }),
  ...(typeof type === 'string' && { type }),
});
