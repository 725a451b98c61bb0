import { type InboundItem, ignored } from './inbound.ts';
import { type Loose, object, objects, text } from './loose.ts';
import { readMessage } from './read-message.ts';
import { readStatus } from './read-status.ts';

/** Our end of the line: one number of one WhatsApp Business Account. */
export interface Account {
  readonly phoneNumberId: string;
  readonly businessAccountId: string;
}

/**
 * Everything that one webhook call carries, in its order: all entries, changes, messages and statuses.
 * Never throws, whatever the body is; what is not for us is ignored on purpose, with the reason.
 */
export function readDelivery(body: unknown, ours: Account): readonly InboundItem[] {
  const delivery = object(body);
  if (delivery['object'] !== 'whatsapp_business_account') return [ignored('not_whatsapp')];
  return objects(delivery['entry']).flatMap((entry) => readEntry(entry, ours));
}

function readEntry(entry: Loose, ours: Account): readonly InboundItem[] {
  if (text(entry['id']) !== ours.businessAccountId) return [ignored('other_account')];
  return objects(entry['changes']).flatMap((change) => readChange(change, ours));
}

/** Echoes of what the business wrote by hand, preferences, groups and templates come under other fields than `messages`. */
function readChange(change: Loose, ours: Account): readonly InboundItem[] {
  if (change['field'] !== 'messages') return [ignored('other_field')];
  const value = object(change['value']);
  if (text(object(value['metadata'])['phone_number_id']) !== ours.phoneNumberId) return [ignored('other_number')];
  return [
    ...objects(value['messages']).map((message) => readMessage(message, value)),
    ...objects(value['statuses']).map(readStatus),
  ];
}
