import type { InboundStatus } from '../domain/inbound.ts';
import type { InboxEntry } from '../domain/inbox-entry.ts';
import { isNotice } from '../domain/message-key.ts';
import { actOnMs } from '../domain/route.ts';
import { reportedRefusal, type SentMessage, withStatus } from '../domain/sent-message.ts';
import type { Event, Kept, MessageChange, Ports } from '../ports.ts';
import { logRefusal } from './log-refusal.ts';
import { statusEvent } from './status-event.ts';

type Applying = Pick<Ports, 'messages' | 'hasTemplate' | 'clock' | 'log'>;

/**
 * What a status means for the message it is about. `changes` gathers what one delivery does to each message, so that
 * two statuses of the same message become one write.
 */
export async function applyStatus(
  ports: Applying,
  status: InboundStatus,
  changes: Map<string, MessageChange>,
): Promise<Partial<InboxEntry<Event>>> {
  const now = ports.clock.now();
  if (now - status.at > actOnMs) return { reason: 'too_old' };
  const kept = await findMessage(ports.messages, status);
  if (kept === null) return { reason: 'unknown_message' };
  const change = changes.get(kept.id) ?? { kept, next: kept.data };
  const { next, told } = withStatus(change.next, status, { now, hasTemplate: ports.hasTemplate });
  if (status.status === 'failed') logRefusal(ports.log, next.messageKey, reportedRefusal(status.errorCodes));
  changes.set(kept.id, { kept: change.kept, next });
  if (isNotice(next.messageKey)) return {};
  return { events: told.map((word) => statusEvent(next, word, status.at)) };
}

/** By our own key first: it comes back with each status, also where the wamid was lost in a crash. */
async function findMessage(messages: Ports['messages'], status: InboundStatus): Promise<Kept<SentMessage> | null> {
  const byKey = status.messageKey === null ? null : await messages.byKey(status.messageKey);
  return byKey ?? messages.byWamid(status.wamid);
}
