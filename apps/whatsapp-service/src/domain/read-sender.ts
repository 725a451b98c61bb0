import type { Sender } from './inbound.ts';
import { type Loose, object, objects, text } from './loose.ts';

/**
 * Who wrote `message`, out of `value.contacts` and the message itself.
 * A contact is believed when its id is the message's; a message that shares its delivery with other people's messages
 * never gets an identity by elimination.
 */
export function readSender(message: Loose, value: Loose): Sender {
  const contact = contactOf(message, value);
  return {
    bsuid: text(message['from_user_id']) ?? text(contact['user_id']),
    phone: phoneNumber(text(message['from']) ?? text(contact['wa_id'])),
  };
}

function contactOf(message: Loose, value: Loose): Loose {
  const contacts = objects(value['contacts']);
  const own = contacts.find((contact) => same(contact['user_id'], message['from_user_id']));
  const byPhone = contacts.find((contact) => same(contact['wa_id'], message['from']));
  return own ?? byPhone ?? (isOnlySender(value) && contacts.length === 1 ? object(contacts[0]) : {});
}

function same(one: unknown, other: unknown): boolean {
  return text(one) !== null && one === other;
}

function isOnlySender(value: Loose): boolean {
  const senders = objects(value['messages']).map(({ from_user_id: bsuid, from }) => `${text(bsuid)} ${text(from)}`);
  return new Set(senders).size === 1;
}

/** WhatsApp writes `16505551234`; everybody else writes `+16505551234`. */
function phoneNumber(raw: string | null): string | null {
  return raw !== null && /^\d+$/.test(raw) ? `+${raw}` : raw;
}
