import {
  actionApprovalReply,
  commandIngest,
  whatsappMessageSend,
  whatsappMessageStatus,
  whatsappWindowOpened,
} from '@intexuraos/contracts';
import type { Publisher } from '@intexuraos/messaging';
import { closed, type InboxEntry } from '../domain/inbox-entry.ts';
import type { Event, Kept, Ports } from '../ports.ts';

/** Publishes what follows from an entry, and marks it done. Told twice when a crash comes between the two. */
export async function tellEntry(
  { publisher, inbox }: Pick<Ports, 'publisher' | 'inbox'>,
  kept: Kept<InboxEntry<Event>>,
): Promise<void> {
  await Promise.all(kept.data.events.map((event) => publishEvent(publisher, event)));
  await inbox.update([{ kept, next: closed(kept.data) }], false);
}

function publishEvent(publisher: Publisher, event: Event): Promise<void> {
  switch (event.type) {
    case 'action.approval.reply':
      return publisher.publish(actionApprovalReply, event);
    case 'command.ingest':
      return publisher.publish(commandIngest, event);
    case 'whatsapp.message.send':
      return publisher.publish(whatsappMessageSend, event);
    case 'whatsapp.message.status':
      return publisher.publish(whatsappMessageStatus, event);
    case 'whatsapp.window.opened':
      return publisher.publish(whatsappWindowOpened, event);
  }
}
