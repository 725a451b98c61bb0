import type { Platform, StandInAnswer } from '../../testing/http-stand-in.ts';
import { serveStandIn } from '../../testing/http-stand-in.ts';
import { PostMessage, SentMessage, UpdateMessage } from '../schema.ts';

const no = (error: string, status = 200): StandInAnswer => ({ status, body: { ok: false, error } });
const refusals: Readonly<Record<number, StandInAnswer>> = {
  400: no('no_text'),
  401: no('invalid_auth'),
  403: no('not_in_channel'),
  404: no('channel_not_found'),
  429: no('ratelimited', 429),
  503: no('service_unavailable', 503),
};

/** Slack's Web API as far as it is used: https://api.slack.com/methods */
function slackPlatform(): Platform {
  const messages = new Map<string, string>([['1503435956.000247', 'old']]);
  return {
    refusal: (status) => refusals[status] ?? no('internal_error', status),
    answer({ path, headers, body }, effect) {
      if (!headers.authorization?.startsWith('Bearer canary-')) return no('invalid_auth');
      if (path === '/chat.postMessage') {
        const { channel, text } = PostMessage.parse(body);
        const ts = `1503435957.${String(messages.size).padStart(6, '0')}`;
        messages.set(ts, text);
        effect({ operation: 'post_message', key: text });
        return { status: 200, body: { ok: true, channel, ts, message: { text } } };
      }
      if (path === '/chat.delete') {
        const { channel, ts } = SentMessage.parse(body);
        if (!messages.delete(ts)) return no('message_not_found');
        effect({ operation: 'undo post_message', key: ts });
        return { status: 200, body: { ok: true, channel, ts } };
      }
      const { channel, ts, text } = UpdateMessage.parse(body);
      if (!messages.has(ts)) return no('message_not_found');
      if (messages.get(ts) !== text) effect({ operation: 'update_message', key: ts });
      messages.set(ts, text);
      return { status: 200, body: { ok: true, channel, ts, text } };
    },
  };
}

export const serveSlack = (port?: number) => serveStandIn(slackPlatform(), port);
