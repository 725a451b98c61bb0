/**
 * Keys of the messages that actions-agent has us send: `{kind}:{actionId}:{version}:{n}`.
 * Other senders' keys have other shapes and are neither asks nor answers.
 */
export interface MessageKeyParts {
  readonly kind: string;
  readonly actionId: string;
}

function partsOf(messageKey: string): MessageKeyParts {
  const [kind = '', actionId = ''] = messageKey.split(':');
  return { kind, actionId };
}

/** What a message is for: the action that it is about, unless this service sent it by itself. */
export function purposeOf(messageKey: string): { readonly kind: string; readonly actionId: string | null } {
  const { kind, actionId } = partsOf(messageKey);
  return { kind, actionId: isNotice(messageKey) || actionId === '' ? null : actionId };
}

const askKinds: readonly string[] = ['ask', 'clarify', 'changed'];
const closingKinds: readonly string[] = ['confirm', 'report', 'remind'];

/** Whether a person may answer this message with a decision: it asks, or it has buttons. */
export function isAsk(message: { readonly messageKey: string; readonly buttons: readonly unknown[] }): boolean {
  return message.buttons.length > 0 || askKinds.includes(partsOf(message.messageKey).kind);
}

interface Said {
  readonly messageKey: string;
  readonly buttons: readonly unknown[];
  readonly state: string;
  readonly createdAt: number;
}

/** Whether one of the messages is an ask that waits for an answer: nothing that ends its action was said since. */
export function hasOpenAsk(messages: readonly Said[]): boolean {
  const lastWords = new Map<string, number>();
  for (const { messageKey, createdAt } of messages) {
    const { kind, actionId } = partsOf(messageKey);
    if (closingKinds.includes(kind)) lastWords.set(actionId, Math.max(createdAt, lastWords.get(actionId) ?? 0));
  }
  const isOpen = (ask: Said) => ask.createdAt > (lastWords.get(partsOf(ask.messageKey).actionId) ?? 0);
  return messages.some((message) => isAsk(message) && message.state !== 'failed' && isOpen(message));
}

/** Messages that this service sends by itself: nobody waits to hear what became of them. */
const noticePrefix = 'notice:';
export const isNotice = (messageKey: string): boolean => messageKey.startsWith(noticePrefix);

const noticeEveryMs = 60 * 60 * 1000;

/** One notice for a person in an hour, however many pictures they send: the same key is sent once. */
export const unsupportedNoticeKey = (userId: string, sentAt: number): string =>
  `${noticePrefix}unsupported:${userId}:${Math.floor(sentAt / noticeEveryMs)}`;
