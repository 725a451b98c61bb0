import type { WhatsAppMessageSend } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import { firstAttempt } from '../domain/sent-message.ts';
import type { Ports } from '../ports.ts';
import { attempt, carryOn } from './carry-on.ts';

/**
 * Sends what the rest of the system wants a person to read, once for each messageKey. A record is on the disk before
 * the call, so whoever comes after a crash knows that there may have been one. Throws UNAVAILABLE to be called again.
 */
export async function sendMessage(ports: Ports, wanted: WhatsAppMessageSend): Promise<void> {
  const to = await ports.people.contactOf(wanted.userId);
  const { messageKey, userId, correlationId, message: text, buttons = [], replyToMessageId: replyTo = null } = wanted;
  const now = ports.clock.now();
  const first = firstAttempt({ messageKey, userId, correlationId, text, buttons, replyTo: replyTo || null }, now);
  const created = await ports.messages.create(first);
  if (created !== null) return attempt(ports, created, to);
  const known = await ports.messages.byKey(messageKey);
  if (known === null) throw new AppError('UNAVAILABLE', 'A message of this key was there a moment ago');
  return carryOn(ports, known, to);
}
