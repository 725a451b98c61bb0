import { localLine, localPerson } from '../../../../first-start/local-person.ts';

/** The line between the phone of a fresh machine's person and the machine. WhatsApp writes numbers without the plus sign. */
const line = { ...localLine, userPhone: localPerson.phone.replace('+', '') };

export type Said =
  | { readonly text: string }
  | { readonly button: { readonly id: string; readonly title: string } }
  | { readonly reaction: string };

export interface Reply {
  readonly wamid: string;
  /** Unix seconds, as WhatsApp has them. */
  readonly timestamp: number;
  readonly quotes: string | null;
  readonly said: Said;
}

/** `value.messages` as Meta sends it. Vendor's reference: "Webhooks, messages" of the WhatsApp Cloud API. */
export function replyBody({ wamid: id, timestamp, quotes, said }: Reply): string {
  const quoted = quotes === null || 'reaction' in said ? {} : { context: { from: line.phoneNumberId, id: quotes } };
  const message = { ...quoted, from: line.userPhone, id, timestamp: String(timestamp), ...contentOf(said, quotes) };
  return body({ contacts: [{ profile: { name: 'A person' }, wa_id: line.userPhone }], messages: [message] });
}

function contentOf(said: Said, quotes: string | null): object {
  if ('text' in said) return { type: 'text', text: { body: said.text } };
  if ('reaction' in said) return { type: 'reaction', reaction: { message_id: quotes, emoji: said.reaction } };
  return { type: 'interactive', interactive: { type: 'button_reply', button_reply: said.button } };
}

export interface Status {
  readonly wamid: string;
  readonly status: string;
  readonly timestamp: number;
  readonly messageKey: string;
}

export const statusBody = ({ wamid: id, status, timestamp, messageKey }: Status): string =>
  body({
    statuses: [
      {
        id,
        status,
        timestamp: String(timestamp),
        recipient_id: line.userPhone,
        biz_opaque_callback_data: messageKey,
      },
    ],
  });

function body(content: object): string {
  const metadata = { display_phone_number: line.phoneNumberId, phone_number_id: line.phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, ...content };
  const entry = [{ id: line.businessAccountId, changes: [{ value, field: 'messages' }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}
