import { z } from 'zod';
import { secretText } from '../secret-text.ts';

/** https://api.slack.com/authentication/token-types: a bot or user token. */
export const Credentials = z.strictObject({ accessToken: secretText('a bot token, xoxb-…') });
export const Settings = z.strictObject({});

/** https://api.slack.com/methods/chat.postMessage: longer texts are cut off by Slack. */
const textCharsMax = 40_000;

const Channel = z.string().min(1).max(80).describe('a channel’s id or name');
const MessageText = z.string().min(1).max(textCharsMax).describe('what the message says');
const Timestamp = z.string().regex(/^\d+\.\d+$/, 'expected a message’s ts like "1503435956.000247"');

export const PostMessage = z.strictObject({
  channel: Channel,
  text: MessageText,
  thread_ts: Timestamp.optional().describe('the message that this one answers'),
});

export const UpdateMessage = z.strictObject({ channel: Channel, ts: Timestamp, text: MessageText });

/** The fields of Slack's answers that are used here. */
export const SentMessage = z.object({ channel: z.string(), ts: z.string() });
export type SentMessage = z.infer<typeof SentMessage>;
