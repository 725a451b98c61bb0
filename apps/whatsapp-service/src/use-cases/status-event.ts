import type { WhatsAppMessageStatus } from '@intexuraos/contracts';
import type { SentMessage, Told } from '../domain/sent-message.ts';

/** What the rest of the system hears about a message that it had us send. */
export function statusEvent(message: SentMessage, status: Told, at: number): WhatsAppMessageStatus {
  const { userId, messageKey, correlationId, wamid, errorCode } = message;
  return {
    type: 'whatsapp.message.status',
    userId,
    messageKey,
    correlationId,
    ...(wamid !== null && { wamid }),
    status,
    ...(status === 'failed' && errorCode !== null && { errorCode }),
    timestamp: new Date(at).toISOString(),
  };
}
