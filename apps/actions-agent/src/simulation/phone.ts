import type { WhatsAppMessageSend } from '@intexuraos/contracts';
import type { Bus } from './bus.ts';

export interface PhoneMessage extends WhatsAppMessageSend {
  readonly wamid: string;
  readonly receivedAt: number;
}

/** whatsapp-service and the phone behind it: the same message key reaches the phone once, and its fate is reported. */
export interface Phone {
  readonly messages: readonly PhoneMessage[];
  receive(event: WhatsAppMessageSend): void;
}

export function createPhone(bus: Bus, now: () => number): Phone {
  const messages: PhoneMessage[] = [];
  return {
    messages,
    receive(event) {
      if (messages.some(({ messageKey }) => messageKey === event.messageKey)) return;
      const wamid = `wamid.${messages.length}`;
      messages.push({ ...event, wamid, receivedAt: now() });
      const { userId, messageKey, correlationId } = event;
      const timestamp = new Date(now()).toISOString();
      bus.add('whatsapp.message.status', {
        type: 'whatsapp.message.status',
        userId,
        messageKey,
        correlationId,
        wamid,
        status: 'sent',
        timestamp,
      });
    },
  };
}
