import type { WhatsAppMessageSend } from '@intexuraos/contracts';
import { account, ann, now } from './start-world.ts';

/** Webhook bodies and messages to send; what is not mentioned does not matter. */
interface Person {
  readonly phone: string;
  readonly bsuid: string;
}

export const secondsAgo = (seconds: number): string => String(Math.floor(now / 1000) - seconds);

export const aMessage = (fields: Record<string, unknown> = {}, from: Person = ann) => ({
  from: from.phone.slice(1),
  id: 'wamid.IN1',
  timestamp: secondsAgo(1),
  type: 'text',
  text: { body: 'Please buy milk, bread and butter on the way home' },
  ...fields,
});

export const aTap = (buttonId: string, quoted: string, fields: Record<string, unknown> = {}) =>
  aMessage({
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: buttonId, title: 'Approve' } },
    context: { from: '15550001111', id: quoted },
    ...fields,
  });

export const aReaction = (emoji: string, wamid: string, fields: Record<string, unknown> = {}) =>
  aMessage({ type: 'reaction', reaction: { message_id: wamid, emoji }, ...fields });

export const aStatus = (status: string, fields: Record<string, unknown> = {}) => ({
  id: 'wamid.OUT1',
  status,
  timestamp: secondsAgo(1),
  recipient_id: ann.phone.slice(1),
  ...fields,
});

export const aValue = (content: Record<string, unknown>) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '15550001111', phone_number_id: account.phoneNumberId },
  ...content,
});

export const aDelivery = (...values: readonly unknown[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: account.businessAccountId, changes: values.map((value) => ({ value, field: 'messages' })) }],
});

export const messages = (...list: readonly unknown[]) => aDelivery(aValue({ messages: list }));
export const statuses = (...list: readonly unknown[]) => aDelivery(aValue({ statuses: list }));

export const anAsk = (fields: Partial<WhatsAppMessageSend> = {}): WhatsAppMessageSend => ({
  type: 'whatsapp.message.send',
  userId: ann.userId,
  message: 'Todo: buy milk. Approve?',
  correlationId: 'action-todo-approval-a1',
  messageKey: 'ask:a1:1:0',
  timestamp: new Date(now).toISOString(),
  buttons: [
    { id: 'a1.a1.1.yes', title: 'Approve' },
    { id: 'a1.a1.1.no', title: 'Reject' },
  ],
  ...fields,
});
