/**
 * Keys of the messages that actions-agent has us send: `{kind}:{actionId}:{version}:{n}`.
 * Other senders' keys have other shapes and are neither asks nor answers.
 */
export interface MessageKeyParts {
  readonly kind: string;
  readonly actionId: string;
}

export function partsOf(messageKey: string): MessageKeyParts {
  const [kind = '', actionId = ''] = messageKey.split(':');
  return { kind, actionId };
}

const askKinds: readonly string[] = ['ask', 'clarify', 'changed'];
const closingKinds: readonly string[] = ['confirm', 'report', 'remind'];

/** Whether a person may answer this message with a decision: it asks, or it has buttons. */
export function isAsk(message: { readonly messageKey: string; readonly buttons: readonly unknown[] }): boolean {
  return message.buttons.length > 0 || askKinds.includes(partsOf(message.messageKey).kind);
}

/**
 * Whether one of the messages, newest first, is an ask that waits for an answer: the last that was said about its
 * action is a question.
 */
export function hasOpenAsk(
  newestFirst: readonly { readonly messageKey: string; readonly buttons: readonly unknown[]; readonly state: string }[],
): boolean {
  const spokenOf = new Set<string>();
  return newestFirst.some((message) => {
    const { kind, actionId } = partsOf(message.messageKey);
    const lastWord = !spokenOf.has(actionId);
    if (isAsk(message) || closingKinds.includes(kind)) spokenOf.add(actionId);
    return lastWord && isAsk(message) && message.state !== 'failed';
  });
}

/** Messages that this service sends by itself: nobody waits to hear what became of them. */
const noticePrefix = 'notice:';
export const isNotice = (messageKey: string): boolean => messageKey.startsWith(noticePrefix);

const noticeEveryMs = 60 * 60 * 1000;

/** One notice for a person in an hour, however many pictures they send: the same key is sent once. */
export const unsupportedNoticeKey = (userId: string, sentAt: number): string =>
  `${noticePrefix}unsupported:${userId}:${Math.floor(sentAt / noticeEveryMs)}`;
