import { type InboundMessage, ignoredReasons } from './inbound.ts';
import { nobodyReasons } from './route.ts';

/** `received`: something is still to be told or decided. `abandoned`: tried often enough, an operator was told. */
export const entryStates = ['received', 'done', 'ignored', 'abandoned'] as const;
export type EntryState = (typeof entryStates)[number];

/** Why an item was left alone. */
export const leftAloneReasons = [...ignoredReasons, ...nobodyReasons, 'unknown_message'] as const;
export type LeftAloneReason = (typeof leftAloneReasons)[number];

/** One message or status that came in, kept so that it is acted on once, and so that nothing of it is lost. */
export interface InboxEntry<Event> {
  readonly state: EntryState;
  readonly reason: LeftAloneReason | null;
  /** Kept only until it is decided where the message goes. */
  readonly undecided: InboundMessage | null;
  /** What follows from it and may not have been told yet. Emptied when it has: texts are not kept longer than needed. */
  readonly events: readonly Event[];
  readonly attempts: number;
  readonly receivedAt: number;
  /** When a sweep takes it up; null when nothing is left to do. */
  readonly dueAt: number | null;
  readonly expiresAt: number;
}

const keepMs = 30 * 24 * 60 * 60_000;
/** A sweep leaves alone what the call that stored it is probably still telling; being told twice would do no harm. */
const firstSweepMs = 5_000;
const pauseMsMin = 30_000;
const pauseMsMax = 60 * 60_000;
/** About nine hours. */
const entryAttemptsMax = 16;

type Content<Event> = Partial<Pick<InboxEntry<Event>, 'reason' | 'undecided' | 'events'>>;

/** What has just come in: to be told, to be decided later, or left alone. */
export function newEntry<Event>(content: Content<Event>, now: number): InboxEntry<Event> {
  const { reason = null, undecided = null, events = [] } = content;
  const open = undecided !== null || events.length > 0;
  const state = open ? 'received' : reason === null ? 'done' : 'ignored';
  const times = { receivedAt: now, dueAt: open ? now + firstSweepMs : null, expiresAt: now + keepMs };
  return { state, reason, undecided, events, attempts: 0, ...times };
}

export const closed = <Event>(entry: InboxEntry<Event>): InboxEntry<Event> => ({
  ...entry,
  state: entry.reason === null ? 'done' : 'ignored',
  undecided: null,
  events: [],
  dueAt: null,
});

/** Claimed for one more try; should that come to nothing, the next one is later. */
export function postponed<Event>(entry: InboxEntry<Event>, now: number): InboxEntry<Event> {
  const attempts = entry.attempts + 1;
  if (attempts > entryAttemptsMax) return { ...closed(entry), state: 'abandoned' };
  return { ...entry, attempts, dueAt: now + Math.min(pauseMsMax, pauseMsMin * 2 ** (attempts - 1)) };
}

export const decided = <Event>(entry: InboxEntry<Event>, content: Content<Event>): InboxEntry<Event> => ({
  ...entry,
  reason: content.reason ?? null,
  undecided: null,
  events: content.events ?? [],
});
