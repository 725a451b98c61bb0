import { defineConnector } from '../define.ts';
import { api } from './api.ts';
import { Credentials, PostMessage, SentMessage, Settings, UpdateMessage } from './schema.ts';

const { operation, connector } = defineConnector({
  name: 'slack',
  title: 'Slack',
  credentials: Credentials,
  settings: Settings,
  apiUrl: 'https://slack.com/api',
  oauth: {
    provider: 'slack',
    authorizeUrl: 'https://slack.com/oauth/v2/authorize',
    tokenUrl: 'https://slack.com/api/oauth.v2.access',
    revokeUrl: 'https://slack.com/api/auth.revoke',
    scopes: { 'chat:write': 'to post and change messages as the app' },
    scopeSeparator: ',',
    clientAuth: 'client_secret_post',
  },
  // https://api.slack.com/apis/rate-limits: about one message per second and channel.
  pace: { perSecond: 1, burst: 5 },
});

const simulatedTs = '1700000000.000100';

export const slack = connector({
  post_message: operation({
    describe: 'Post a message in Slack',
    done: 'Message posted',
    input: PostMessage,
    output: SentMessage,
    effect: 'change',
    risk: 'medium',
    // Slack takes no key and gives an app no way to look for what it posted.
    repeatable: false,
    run: (message, call) =>
      api(call, { method: 'POST', path: '/chat.postMessage', body: message, answer: SentMessage }),
    undo: async (sent, call) => {
      await api(call, { method: 'POST', path: '/chat.delete', body: sent, answer: SentMessage });
    },
    simulate: ({ channel }) => ({ channel, ts: simulatedTs }),
  }),
  update_message: operation({
    describe: 'Change a message in Slack',
    done: 'Message changed',
    input: UpdateMessage,
    output: SentMessage,
    effect: 'change',
    risk: 'medium',
    repeatable: true,
    run: (message, call) => api(call, { method: 'POST', path: '/chat.update', body: message, answer: SentMessage }),
    simulate: ({ channel, ts }) => ({ channel, ts }),
  }),
});
