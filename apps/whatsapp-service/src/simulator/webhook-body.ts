/** Webhook bodies as Meta sends them. Vendor's reference: "Webhooks, messages" and "Webhooks, statuses". */
export interface Line {
  readonly phoneNumberId: string;
  readonly businessAccountId: string;
  /** Without its plus sign. */
  readonly userPhone: string;
}

export interface PhoneReply {
  readonly wamid: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly quotedWamid: string | null;
  readonly content:
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'button'; readonly id: string; readonly title: string }
    | { readonly type: 'reaction'; readonly emoji: string };
}

export function messageBody(line: Line, reply: PhoneReply): string {
  const { phoneNumberId: from, userPhone } = line;
  const { quotedWamid: id, content } = reply;
  const context = id === null || content.type === 'reaction' ? {} : { context: { from, id } };
  const message = {
    ...context,
    from: userPhone,
    id: reply.wamid,
    timestamp: String(reply.timestamp),
    ...contentOf(content, id),
  };
  return body(line, { contacts: [{ profile: { name: 'You' }, wa_id: userPhone }], messages: [message] });
}

function contentOf(content: PhoneReply['content'], reactedTo: string | null): object {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: { body: content.text } };
    case 'button': {
      const { id, title } = content;
      return { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } };
    }
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: reactedTo, emoji: content.emoji } };
  }
}

export interface PhoneStatus {
  readonly wamid: string;
  readonly status: 'sent' | 'delivered' | 'read';
  /** Unix seconds. */
  readonly timestamp: number;
  readonly to: string;
  readonly callbackData: string | null;
}

export function statusBody(line: Line, { wamid, status, timestamp, to, callbackData }: PhoneStatus): string {
  const tracker = callbackData === null ? {} : { biz_opaque_callback_data: callbackData };
  return body(line, {
    statuses: [{ id: wamid, status, timestamp: String(timestamp), recipient_id: to, ...tracker }],
  });
}

function body({ phoneNumberId, businessAccountId }: Line, content: object): string {
  const metadata = { display_phone_number: phoneNumberId, phone_number_id: phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, ...content };
  const entry = [{ id: businessAccountId, changes: [{ value, field: 'messages' }] }];
  return escaped(JSON.stringify({ object: 'whatsapp_business_account', entry }));
}

/** Meta writes everything beyond ASCII as lower-case `\uXXXX`, and signs that. */
const escaped = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
