import { type Ignored, type IgnoredReason, type InboundMessage, ignored, readableWamid } from './inbound.ts';
import { type Loose, milliseconds, object, text } from './loose.ts';
import { readSender } from './read-sender.ts';

type Content = Pick<InboundMessage, 'kind' | 'text' | 'buttonId' | 'emoji'>;

/** One element of `value.messages`. Vendor's reference: "Webhooks, messages" of the WhatsApp Cloud API. */
export function readMessage(message: Loose, value: Loose): InboundMessage | Ignored {
  const wamid = readableWamid(message['id']);
  if (wamid === null) return ignored('no_id');
  const content = readContent(message);
  if (typeof content === 'string') return ignored(content, wamid);
  if (text(message['group_id']) !== null) return ignored('group', wamid);
  const sentAt = milliseconds(message['timestamp']);
  if (sentAt === null) return ignored('no_time', wamid);
  const sender = readSender(message, value);
  if (sender.bsuid === null && sender.phone === null) return ignored('no_sender', wamid);
  return { item: 'message', wamid, sender, sentAt, ...content, ...aboutOf(message) };
}

const unsupported: Content = { kind: 'unsupported', text: '', buttonId: null, emoji: null };

/**
 * What each type of message means to us. An edited or a withdrawn message changes nothing: a decision is made by what
 * was sent, once. Media, places, orders, forms and types that do not exist yet are `unsupported`.
 */
function readContent(message: Loose): Content | IgnoredReason {
  const type = text(message['type']);
  switch (type) {
    case 'text':
      return words(text(object(message['text'])['body']));
    case 'button':
      return tap('quick_reply', object(message['button'])['payload'], object(message['button'])['text']);
    case 'interactive':
      return readInteractive(object(message['interactive']));
    case 'reaction':
      return reaction(object(message['reaction'])['emoji']);
    case 'system':
      return 'system';
    case 'edit':
      return 'edited';
    case 'revoke':
      return 'revoked';
    default:
      return unsupported;
  }
}

function readInteractive(interactive: Loose): Content | IgnoredReason {
  const button = object(interactive['button_reply']);
  const row = object(interactive['list_reply']);
  if (text(button['id']) !== null) return tap('button', button['id'], button['title']);
  if (text(row['id']) !== null) return tap('list', row['id'], row['title']);
  return unsupported;
}

/** What an event can carry; WhatsApp itself stops at 4,096. */
const textCharsMax = 65_536;

const words = (body: string | null): Content | IgnoredReason =>
  body === null || body.trim() === ''
    ? 'empty'
    : { kind: 'text', text: body.slice(0, textCharsMax), buttonId: null, emoji: null };

/** Ids longer than ours ever are (WhatsApp allows 256) cannot be ours. */
function tap(kind: 'button' | 'quick_reply' | 'list', id: unknown, title: unknown): Content | IgnoredReason {
  const buttonId = text(id);
  if (buttonId === null || buttonId.length > 256) return 'empty';
  return { kind, text: text(title)?.slice(0, textCharsMax) ?? '', buttonId, emoji: null };
}

/** The longest emoji sequences have about 35 UTF-16 units; an absent or empty emoji takes the reaction back. */
function reaction(emoji: unknown): Content {
  return { kind: 'reaction', text: '', buttonId: null, emoji: text(emoji)?.slice(0, 64) ?? '' };
}

/** Forwarded words are somebody else's: they answer nothing, even where WhatsApp names a message with them. */
function aboutOf(message: Loose): Pick<InboundMessage, 'isForwarded' | 'quotedWamid'> {
  const reacted = readableWamid(object(message['reaction'])['message_id']);
  const context = object(message['context']);
  const isForwarded = context['forwarded'] === true || context['frequently_forwarded'] === true;
  return { isForwarded, quotedWamid: reacted ?? (isForwarded ? null : readableWamid(context['id'])) };
}
