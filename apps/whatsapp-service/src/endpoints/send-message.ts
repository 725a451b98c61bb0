import { whatsappMessageSend } from '@intexuraos/contracts';
import { sendMessage } from '../use-cases/send-message.ts';
import { subscription } from './endpoint.ts';

export const sendMessageSubscription = subscription({
  topic: whatsappMessageSend,
  name: 'whatsapp-send',
  path: '/internal/whatsapp/send-message',
  summary: "Sends a message to a person's phone, once for each messageKey.",
  handle: (event, { app }) => sendMessage(app, event),
});
