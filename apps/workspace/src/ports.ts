import type { Clock, JsonObject, Logger, Random } from '@intexuraos/kernel';
import type { Background } from '@intexuraos/platform';
import type { CalendarFeed } from './domain/calendar-feed.ts';
import type { Item, MirrorImage } from './domain/item.ts';
import type { MirrorSwitches } from './domain/mirror-switches.ts';

/** Every door of workspace to the outside, with its contract in words. */
export interface WorkspacePorts {
  readonly items: Items;
  readonly feeds: CalendarFeeds;
  readonly pages: PageReader;
  readonly writeResearch: WriteResearch;
  readonly mirrors: Mirrors;
  readonly switchboard: MirrorSwitchboard;
  /** After which an attempt at an errand counts as lost: longer than any takes. */
  readonly errandLeaseMs: number;
  readonly background: Background;
  /** The root of the web app, without a slash at the end. */
  readonly webAppUrl: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  ping(): Promise<void>;
}

/** One stored state of one item; hand it back to change it. */
export interface KeptItem {
  readonly item: Item;
  readonly version: string | number;
}

export type AddOutcome =
  | { readonly outcome: 'added' }
  /** An item of the same id was there first. */
  | { readonly outcome: 'exists'; readonly kept: KeptItem }
  /** Another item of this person has the unique name. */
  | { readonly outcome: 'taken'; readonly itemId: string };

export interface ItemQuery {
  readonly userId: string;
  readonly kind?: string | undefined;
  /** 1 to 500. */
  readonly limit: number;
  /** Of an earlier page of the same query; anything else is VALIDATION_FAILED. */
  readonly cursor?: string | undefined;
}

export interface Items {
  /**
   * One flushed commit; nothing is read where nothing is in the way. Throws INTERNAL_ERROR, never UNAVAILABLE, when
   * it is not certain whether the item was kept: a caller takes UNAVAILABLE for a promise that nothing happened.
   */
  add(item: Item, uniqueName: string | null): Promise<AddOutcome>;
  /** Deleted ones too. */
  get(id: string): Promise<KeptItem | null>;
  /** False: somebody changed it since `kept` was read. */
  change(kept: KeptItem, next: Item): Promise<boolean>;
  /** As `change`; a unique name that it had is free again. */
  remove(kept: KeptItem, next: Item, uniqueName: string | null): Promise<boolean>;
  /** Newest first, without deleted ones. */
  list(query: ItemQuery): Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>;
  /** Those about which something is to be found out by now, longest overdue first. */
  due(now: number, limit: number): Promise<readonly Item[]>;
}

/** An operation of an outside platform. */
export interface MirrorWish {
  readonly platform: string;
  readonly operation: string;
  readonly payload: JsonObject;
  /** Of the owner's accounts; null: the one used last. */
  readonly connection: string | null;
}

/** `none`: the owner has no account there that could be used, and why. `later`: nobody could be asked. */
export type ImageOutcome =
  | { readonly outcome: 'ready'; readonly image: MirrorImage }
  | { readonly outcome: 'none' | 'later'; readonly problem: string };

/** `unknown`: it may be there, and nobody can tell. `not_made`: it certainly is not. `underway`: ask again. */
export type MirrorOutcome =
  | { readonly outcome: 'made'; readonly url: string | null }
  | { readonly outcome: 'not_made'; readonly problem: string; readonly isFinal: boolean }
  | { readonly outcome: 'unknown' | 'underway'; readonly problem: string; readonly retryAfterMs?: number };

/** Copies of items on outside platforms, from their owners' accounts there. */
export interface Mirrors {
  /** What would be put there, and from which account. Changes nothing. Never throws. */
  imageOf(userId: string, wish: MirrorWish, signal: AbortSignal): Promise<ImageOutcome>;
  /** Puts it there, once for each item, however often it is asked for; what may be there is looked for first. Never throws. */
  make(item: Item, image: MirrorImage, signal: AbortSignal): Promise<MirrorOutcome>;
}

/** What each person has switched off. */
export interface MirrorSwitchboard {
  of(userId: string): Promise<KeptSwitches>;
  /** False: somebody else changed them meanwhile. */
  change(kept: KeptSwitches, next: MirrorSwitches): Promise<boolean>;
}

export interface KeptSwitches {
  readonly switches: MirrorSwitches;
  /** Null while nothing is written down. */
  readonly version: string | number | null;
}

/** At most one feed for each person. */
export interface CalendarFeeds {
  ofPerson(userId: string): Promise<CalendarFeed | null>;
  byTokenHash(tokenHash: string): Promise<CalendarFeed | null>;
  /** In place of an older one. */
  save(feed: CalendarFeed): Promise<void>;
  /** False: there was none. */
  remove(userId: string): Promise<boolean>;
}

export interface PageFacts {
  readonly title?: string;
  readonly description?: string;
  readonly imageUrl?: string;
}

export type ReadOutcome =
  | { readonly outcome: 'read'; readonly facts: PageFacts }
  /** We do not go there: not https, not a public address, or a redirect to such a place. */
  | { readonly outcome: 'blocked'; readonly reason: string }
  | { readonly outcome: 'unreadable'; readonly reason: string };

/** Reads what a page in the outside world says about itself. Never throws; takes ten seconds at most. */
export interface PageReader {
  read(url: string, signal?: AbortSignal): Promise<ReadOutcome>;
  close(): Promise<void>;
}

export type WrittenResearch =
  /** The model's text, not fact. `model` is its name at its provider. */
  | {
      readonly outcome: 'written';
      readonly text: string;
      readonly openQuestions: readonly string[];
      readonly model: string;
    }
  /** `isFinal`: another try is of no use until the person has changed something. */
  | { readonly outcome: 'failed'; readonly problem: string; readonly isFinal: boolean };

/** Has the person's own language model write about a question. Never throws; takes about a minute at most. */
export type WriteResearch = (
  userId: string,
  question: { readonly title: string; readonly prompt: string },
  signal: AbortSignal,
) => Promise<WrittenResearch>;
