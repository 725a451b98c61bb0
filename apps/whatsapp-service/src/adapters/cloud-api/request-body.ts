import { templateText } from '../../domain/sent-message.ts';
import type { Letter } from '../../ports.ts';

export interface Template {
  /** An approved template whose body is one parameter, `{{1}}`, and that has no buttons. */
  readonly name: string;
  readonly language: string;
}

/** The longest body of a message with buttons. */
const buttonBodyCharsMax = 1_024;

/** A letter as `POST /{phone-number-id}/messages` wants it. */
export function requestBody(letter: Letter, template: Template | null): object {
  const { to, replyTo, messageKey } = letter;
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    // `recipient` is for business-scoped ids; a phone number is preferred, it keeps numbers in the webhooks.
    ...(to.phone === null ? { recipient: to.bsuid } : { to: to.phone.replace(/^\+/, '') }),
    biz_opaque_callback_data: messageKey,
    ...(replyTo !== null && { context: { message_id: replyTo } }),
    ...content(letter, template),
  };
}

function content({ text, buttons, asTemplate }: Letter, template: Template | null): object {
  if (asTemplate && template !== null) return templateContent(text, template);
  if (buttons.length === 0) return plain(text);
  if (text.length > buttonBodyCharsMax) return plain(withTitles(text, buttons));
  return {
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text },
      action: { buttons: buttons.map((reply) => ({ type: 'reply', reply })) },
    },
  };
}

const plain = (body: string): object => ({ type: 'text', text: { body, preview_url: false } });

/** Too long for buttons: nothing of what is asked may be left out, so the person answers in words, quoting this. */
const withTitles = (text: string, buttons: Letter['buttons']): string =>
  `${text}\n\nReply to this message with: ${buttons.map(({ title }) => title).join(' / ')}`;

const templateContent = (text: string, { name, language }: Template): object => ({
  type: 'template',
  template: {
    name,
    language: { code: language },
    components: [{ type: 'body', parameters: [{ type: 'text', text: templateText(text) }] }],
  },
});
