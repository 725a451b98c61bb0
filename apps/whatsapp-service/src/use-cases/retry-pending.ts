import type { InboundMessage } from '../domain/inbound.ts';
import { decided, type InboxEntry, postponed } from '../domain/inbox-entry.ts';
import { deferred, type SentMessage } from '../domain/sent-message.ts';
import type { Contact, Event, Kept, Ports } from '../ports.ts';
import { carryOn } from './carry-on.ts';
import { placeMessage } from './place-message.ts';
import { tellEntry } from './tell-entry.ts';

export interface Swept {
  /** Inbound items taken up, and messages of ours taken up. */
  readonly inbound: number;
  readonly messages: number;
  /** How many of them are still not settled. */
  readonly unsettled: number;
}

const entriesMax = 100;
/** Each is a call to WhatsApp of up to ten seconds; all run at once. */
const messagesMax = 20;

/**
 * Finishes what a crash or an outage left unfinished: inbound items that were stored and not told, messages that wait
 * for another try. Bounded; what stays unsettled moves back in the queue, so nothing starves behind it.
 */
export async function retryPending(ports: Ports): Promise<Swept> {
  const now = ports.clock.now();
  const [entries, messages] = await Promise.all([
    ports.inbox.due(now, entriesMax),
    ports.messages.due(now, messagesMax),
  ]);
  const settled = await Promise.all([
    ...entries.map((entry) => settles(ports, entry.id, () => takeUpEntry(ports, entry))),
    ...messages.map((message) => settles(ports, message.id, () => takeUpMessage(ports, message))),
  ]);
  const unsettled = settled.filter((isSettled) => !isSettled).length;
  return { inbound: entries.length, messages: messages.length, unsettled };
}

async function settles({ log }: Ports, id: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (err) {
    log.warn({ err, id }, 'still not settled');
    return false;
  }
}

async function takeUpEntry(ports: Ports, entry: Kept<InboxEntry<Event>>): Promise<void> {
  const next = postponed(entry.data, ports.clock.now());
  const [claimed] = await ports.inbox.update([{ kept: entry, next }], false);
  if (claimed === undefined) return;
  if (next.state === 'abandoned') return ports.log.error({ entry: entry.id }, 'an inbound item was given up');
  const placed = claimed.data.undecided === null ? claimed : await place(ports, claimed, claimed.data.undecided);
  if (placed !== undefined) await tellEntry(ports, placed);
}

/** Decides where an entry goes that could not be decided when it came. Undefined: another sweep was faster. */
async function place(ports: Ports, kept: Kept<InboxEntry<Event>>, message: InboundMessage) {
  const next = decided(kept.data, await placeMessage(ports, message));
  const [placed] = await ports.inbox.update([{ kept, next }], false);
  return placed;
}

async function takeUpMessage(ports: Ports, message: Kept<SentMessage>): Promise<void> {
  await carryOn(ports, message, await contactOf(ports, message));
}

/** A person whose contact cannot be had now must not stand in front of the others in the next sweep. */
async function contactOf(ports: Ports, message: Kept<SentMessage>): Promise<Contact | null> {
  try {
    return await ports.people.contactOf(message.data.userId);
  } catch (err) {
    await ports.messages.replace(message, deferred(message.data, ports.clock.now()), false);
    throw err;
  }
}
