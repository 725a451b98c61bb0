import { type Topic, type WhatsAppMessageSend, whatsappMessageSend } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';

/** What people would read on their phones; the same message may stand here twice, and is sent once by its key. */
export interface Phones {
  readonly messages: readonly WhatsAppMessageSend[];
  /** Whether nothing can be published for now. */
  areDown: boolean;
  readonly publisher: Publisher;
}

export function createPhones(): Phones {
  const messages: WhatsAppMessageSend[] = [];
  const phones: Phones = {
    messages,
    areDown: false,
    publisher: {
      async publish<E extends object>(topic: Topic<E>, event: E) {
        if (phones.areDown) throw new AppError('UNAVAILABLE', 'the bus is down');
        if (topic.event !== whatsappMessageSend.event) throw new Error(`unknown topic ${topic.event}`);
        messages.push(whatsappMessageSend.schema.parse(event));
      },
    },
  };
  return phones;
}
