import { AppError } from '@intexuraos/kernel';
import type { InboundItem, InboundMessage, InboundStatus } from '../domain/inbound.ts';
import { type InboxEntry, newEntry } from '../domain/inbox-entry.ts';
import { inboxId } from '../domain/inbox-id.ts';
import type { Event, Kept, MessageChange, NewEntry, Ports } from '../ports.ts';
import { applyStatus } from './apply-status.ts';
import { placeMessage } from './place-message.ts';

type Content = Partial<Pick<InboxEntry<Event>, 'reason' | 'undecided' | 'events'>>;
type Draft = { readonly id: string } & ({ readonly content: Content } | { readonly status: InboundStatus });

/** Each round ends because something else was written meanwhile; so many in a row mean that the store is not well. */
const roundsMax = 8;

/**
 * Stores what is new among the items in one commit, together with what follows from each of them. Items that came
 * before, in this delivery or an earlier one, are left out of the answer. At most 100 items.
 */
export async function storeItems(
  ports: Ports,
  items: readonly InboundItem[],
): Promise<readonly Kept<InboxEntry<Event>>[]> {
  let drafts: readonly Draft[] = await draftAll(ports, items);
  for (let round = 0; round < roundsMax; round += 1) {
    if (drafts.length === 0) return [];
    const { entries, changes } = await plan(ports, drafts);
    const outcome = await ports.inbox.add(entries, changes, mustSurvive(entries, changes));
    if (outcome.outcome === 'added') return outcome.entries;
    if (outcome.outcome === 'known') drafts = drafts.filter(({ id }) => !outcome.ids.has(id));
  }
  throw new AppError('UNAVAILABLE', 'The messages could not be stored');
}

/** Of items with the same id the first counts. */
function draftAll(ports: Ports, items: readonly InboundItem[]): Promise<readonly Draft[]> {
  const byId = new Map<string, InboundItem>();
  for (const item of items) {
    const id = inboxId(item);
    if (id !== null && !byId.has(id)) byId.set(id, item);
  }
  return Promise.all([...byId].map(([id, item]) => draft(ports, id, item)));
}

async function draft(ports: Ports, id: string, item: InboundItem): Promise<Draft> {
  if (item.item === 'status') return { id, status: item };
  return { id, content: item.item === 'message' ? await place(ports, item) : { reason: item.reason } };
}

/** A message that cannot be placed now is stored as it came, and placed by a sweep. */
async function place(ports: Ports, message: InboundMessage): Promise<Content> {
  try {
    return await placeMessage(ports, message);
  } catch (err) {
    ports.log.warn({ err, wamid: message.wamid }, 'a message could not be placed yet');
    return { undecided: message };
  }
}

async function plan(ports: Ports, drafts: readonly Draft[]) {
  const changes = new Map<string, MessageChange>();
  const entries: NewEntry[] = [];
  const now = ports.clock.now();
  for (const one of drafts) {
    const content = 'content' in one ? one.content : await applyStatus(ports, one.status, changes);
    entries.push({ id: one.id, entry: newEntry(content, now) });
  }
  return { entries, changes: [...changes.values()].filter(({ kept, next }) => kept.data !== next) };
}

/** What is only noted as ignored may be lost in a power cut: it would be ignored again. */
const mustSurvive = (entries: readonly NewEntry[], changes: readonly MessageChange[]): boolean =>
  changes.length > 0 || entries.some(({ entry }) => entry.dueAt !== null);
