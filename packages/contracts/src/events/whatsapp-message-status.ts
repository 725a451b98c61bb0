import { z } from 'zod';
import { Timestamp, UserId } from '../primitives.ts';
import { defineTopic } from '../topic.ts';

/** What became of a message that was handed to whatsapp-service. */
export const WhatsAppMessageStatus = z.object({
  type: z.literal('whatsapp.message.status'),
  userId: UserId,
  messageKey: z.string().min(1).max(512),
  correlationId: z.string().min(1).max(256),
  /** Absent when WhatsApp never took the message. */
  wamid: z.string().max(512).optional(),
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  errorCode: z.string().max(64).optional(),
  timestamp: Timestamp,
});
export type WhatsAppMessageStatus = z.infer<typeof WhatsAppMessageStatus>;

export const whatsappMessageStatus = defineTopic({
  event: 'whatsapp.message.status',
  name: 'whatsapp-status',
  variable: 'INTEXURAOS_PUBSUB_WHATSAPP_STATUS',
  schema: WhatsAppMessageStatus,
});
