import { z } from 'zod';
import { Timestamp, UserId } from '../primitives.ts';
import { defineTopic } from '../topic.ts';

export const WhatsAppButton = z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) });
export type WhatsAppButton = z.infer<typeof WhatsAppButton>;

/** A message for a person's phone. `messageKey` names it: the same key is sent once. */
export const WhatsAppMessageSend = z.object({
  type: z.literal('whatsapp.message.send'),
  userId: UserId,
  message: z.string().min(1).max(4096),
  correlationId: z.string().min(1).max(256),
  messageKey: z.string().min(1).max(512),
  timestamp: Timestamp,
  replyToMessageId: z.string().max(512).optional(),
  buttons: z.array(WhatsAppButton).max(3).optional(),
});
export type WhatsAppMessageSend = z.infer<typeof WhatsAppMessageSend>;

export const whatsappMessageSend = defineTopic({
  event: 'whatsapp.message.send',
  name: 'whatsapp-send',
  variable: 'INTEXURAOS_PUBSUB_WHATSAPP_SEND',
  schema: WhatsAppMessageSend,
});
