import {
  type WhatsAppMessageSend,
  type WhatsAppMessageStatus,
  whatsappMessageSend,
  whatsappMessageStatus,
} from '@intexuraos/contracts';
import type { Clock } from '@intexuraos/kernel';
import type { Consumer } from '@intexuraos/messaging';
import type { RecordedBus } from './recorded-bus.ts';

export interface PhoneMessage extends WhatsAppMessageSend {
  readonly wamid: string;
}

/** whatsapp-service and the phones behind it: one message for each key, and word of what became of it. */
export interface Phones {
  readonly messages: readonly PhoneMessage[];
  /** Whether `sent` is told at once; a test may tell it later, or something else. */
  tellsSent: boolean;
  tell(message: PhoneMessage, status: Partial<WhatsAppMessageStatus>): Promise<void>;
}

export function createPhones({ carrier }: RecordedBus, clock: Clock): Phones {
  const messages: PhoneMessage[] = [];
  const phones: Phones = {
    messages,
    tellsSent: true,
    tell: ({ userId, messageKey, correlationId, wamid }, status) =>
      carrier.publish(whatsappMessageStatus, {
        type: 'whatsapp.message.status',
        userId,
        messageKey,
        correlationId,
        wamid,
        status: 'sent',
        timestamp: wholeSeconds(clock.now()),
        ...status,
      }),
  };
  const consumer: Consumer = {
    name: 'whatsapp-send',
    topic: whatsappMessageSend,
    async deliver({ data }) {
      const message = whatsappMessageSend.schema.parse(data);
      if (messages.some(({ messageKey }) => messageKey === message.messageKey)) return 'ack';
      const received = { ...message, wamid: `wamid.out.${messages.length + 1}` };
      messages.push(received);
      if (phones.tellsSent) await phones.tell(received, {});
      return 'ack';
    },
  };
  carrier.attach(consumer);
  return phones;
}

/** As WhatsApp's clock tells the time. */
export const wholeSeconds = (ms: number) => new Date(Math.floor(ms / 1_000) * 1_000).toISOString();
