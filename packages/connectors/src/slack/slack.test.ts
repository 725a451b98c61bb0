import { describeConnector } from '../testing/connector.contract.ts';
import { slack } from './index.ts';
import { serveSlack } from './testing/stand-in.ts';

describeConnector({
  connector: slack,
  serve: () => serveSlack(),
  credentials: () => ({ accessToken: 'canary-slack-token' }),
  samples: {
    post_message: { input: { channel: 'C1', text: 'Lunch is at noon' }, bad: { channel: 'C1' } },
    update_message: {
      input: { channel: 'C1', ts: '1503435956.000247', text: 'Lunch is at one' },
      bad: { channel: 'C1', ts: 'yesterday', text: 'x' },
    },
  },
});
