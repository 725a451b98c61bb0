import { z } from 'zod';
import { Timestamp, UserId } from '../primitives.ts';
import { defineTopic } from '../topic.ts';

/** A person wrote to whom a question had not come through: for 24 hours WhatsApp lets anything reach them. */
export const WhatsAppWindowOpened = z.object({
  type: z.literal('whatsapp.window.opened'),
  userId: UserId,
  timestamp: Timestamp,
});
export type WhatsAppWindowOpened = z.infer<typeof WhatsAppWindowOpened>;

export const whatsappWindowOpened = defineTopic({
  event: 'whatsapp.window.opened',
  name: 'whatsapp-window',
  variable: 'INTEXURAOS_PUBSUB_WHATSAPP_WINDOW',
  schema: WhatsAppWindowOpened,
});
