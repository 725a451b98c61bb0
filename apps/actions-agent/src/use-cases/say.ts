import { whatsappMessageSend } from '@intexuraos/contracts';
import type { Core } from './core.ts';

interface Saying {
  readonly userId: string;
  readonly text: string;
  /** Ends the message key: the same answer to the same reply is sent once. */
  readonly key: string;
  readonly correlationId: string;
  readonly replyTo?: string | undefined;
  readonly buttons?: readonly { readonly id: string; readonly title: string }[];
}

/** Sends a person an answer that no change of an action stands behind. Throws when it cannot be handed over. */
export async function say(
  { ports }: Core,
  { userId, text, key, correlationId, replyTo, buttons = [] }: Saying,
): Promise<void> {
  await ports.publisher.publish(whatsappMessageSend, {
    type: 'whatsapp.message.send',
    userId,
    message: text,
    correlationId,
    messageKey: key,
    timestamp: new Date(ports.clock.now()).toISOString(),
    ...(replyTo && { replyToMessageId: replyTo }),
    ...(buttons.length > 0 && { buttons: [...buttons] }),
  });
}
