import type { SentMessage } from '../../domain/sent-message.ts';

/** The message, and the field that only the lists of failures need: null, and so in no index, for all others. */
export const documentOf = (message: SentMessage) => ({
  ...message,
  undeliveredSince: message.state === 'failed' ? message.createdAt : null,
});
