/** Who wrote, as far as WhatsApp says: since usernames exist either id may be missing, and the first is the better one. */
export interface Sender {
  /** The business-scoped user id, e.g. `US.13491208655302741918`. */
  readonly bsuid: string | null;
  /** E.164 with its plus sign. */
  readonly phone: string | null;
}

/** What a person did, as far as we can use it. `unsupported` is everything that has no words of the person's own. */
export const messageKinds = ['text', 'button', 'quick_reply', 'list', 'reaction', 'unsupported'] as const;
export type MessageKind = (typeof messageKinds)[number];

export interface InboundMessage {
  readonly item: 'message';
  readonly wamid: string;
  readonly sender: Sender;
  /** By WhatsApp's clock, in Unix milliseconds but of whole seconds. */
  readonly sentAt: number;
  readonly kind: MessageKind;
  /** What was written, or the title of what was tapped. */
  readonly text: string;
  readonly buttonId: string | null;
  /** Empty when a reaction was taken back. */
  readonly emoji: string | null;
  /** Somebody else's words: they answer nothing. */
  readonly isForwarded: boolean;
  /** The message that was quoted, tapped or reacted to. */
  readonly quotedWamid: string | null;
}

export const deliveryStatuses = ['sent', 'delivered', 'read', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** What WhatsApp says became of a message of ours. */
export interface InboundStatus {
  readonly item: 'status';
  readonly wamid: string;
  readonly status: DeliveryStatus;
  readonly at: number;
  /** What we sent along as `biz_opaque_callback_data`: names our message even when its wamid was never stored. */
  readonly messageKey: string | null;
  readonly errorCodes: readonly number[];
}

export const ignoredReasons = [
  'not_whatsapp',
  'other_account',
  'other_number',
  'other_field',
  'no_id',
  'no_time',
  'no_sender',
  'group',
  'system',
  'edited',
  'revoked',
  'empty',
  'other_status',
] as const;
export type IgnoredReason = (typeof ignoredReasons)[number];

/** What is left alone on purpose. */
export interface Ignored {
  readonly item: 'ignored';
  readonly reason: IgnoredReason;
  /** Null where WhatsApp gave none. */
  readonly wamid: string | null;
}

export type InboundItem = InboundMessage | InboundStatus | Ignored;

export const ignored = (reason: IgnoredReason, wamid: string | null = null): Ignored => ({
  item: 'ignored',
  reason,
  wamid,
});

/** An id that we can carry on: as command ids allow it, and short enough for `whatsapp:{wamid}`. */
export function readableWamid(value: unknown): string | null {
  return typeof value === 'string' && /^[\x21-\x7e]{1,480}$/.test(value) ? value : null;
}
