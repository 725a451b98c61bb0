import { AppError } from '@intexuraos/kernel';
import type { InboundItem } from '../domain/inbound.ts';
import type { InboxEntry } from '../domain/inbox-entry.ts';
import { readDelivery } from '../domain/read-delivery.ts';
import type { Event, Kept, Ports } from '../ports.ts';
import { storeItems } from './store-items.ts';
import { tellEntry } from './tell-entry.ts';
import { verifySignature } from './verify-signature.ts';

export interface Delivery {
  readonly rawBody: Buffer;
  /** The header `X-Hub-Signature-256`. */
  readonly signature: string | undefined;
}

const itemsPerCommit = 100;
const answerWithinMs = 700;

/**
 * Takes in one webhook call. When it resolves, everything new in it is stored to survive a power cut, and has been told
 * to whom it concerns or will be by a sweep. Throws UNAUTHORIZED without our app's signature, INVALID_REQUEST when the body is not JSON.
 */
export async function receiveDelivery(ports: Ports, { rawBody, signature }: Delivery): Promise<void> {
  verifySignature(rawBody, signature, ports.webhook.appSecrets);
  const items = readDelivery(parse(rawBody), ports.account);
  logIgnored(ports, items);
  for (let from = 0; from < items.length; from += itemsPerCommit) {
    const kept = await storeItems(ports, items.slice(from, from + itemsPerCommit));
    const untold = kept.filter(({ data }) => data.events.length > 0);
    if (untold.length > 0) await tellInTime(ports, untold);
  }
}

function parse(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch (cause) {
    throw new AppError('INVALID_REQUEST', 'The body is not JSON', { cause });
  }
}

function logIgnored({ log }: Ports, items: readonly InboundItem[]): void {
  const reasons = items.flatMap((item) => (item.item === 'ignored' ? [item.reason] : []));
  if (reasons.length > 0) log.info({ reasons }, 'ignored on purpose');
}

/**
 * Starts telling, and waits for it as long as WhatsApp would: an instance in the cloud gets little done after it has
 * answered. What is not told by then, or cannot be, is told by a sweep.
 */
async function tellInTime(ports: Ports, entries: readonly Kept<InboxEntry<Event>>[]): Promise<void> {
  const telling = Promise.all(entries.map((entry) => tell(ports, entry)));
  const patience = new AbortController();
  await Promise.race([telling, ports.clock.sleep(answerWithinMs, patience.signal).catch(() => undefined)]);
  // With a reason of its own: making the default one, a DOMException, costs more than all else here.
  patience.abort('told');
}

async function tell(ports: Ports, entry: Kept<InboxEntry<Event>>): Promise<void> {
  try {
    await tellEntry(ports, entry);
  } catch (err) {
    ports.log.warn({ err, entry: entry.id }, 'a message could not be passed on yet');
  }
}
