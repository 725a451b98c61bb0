import { describeConnector } from '../testing/connector.contract.ts';
import { linear } from './index.ts';
import { serveLinear } from './testing/stand-in.ts';

describeConnector({
  connector: linear,
  serve: () => serveLinear(),
  credentials: () => ({ accessToken: 'canary-linear-token' }),
  settings: () => ({ team_id: 'team-1' }),
  samples: {
    create_issue: {
      input: { title: 'The door squeaks', priority: 3, due_date: '2026-11-30' },
      bad: { title: 'The door squeaks', priority: 5 },
    },
    update_issue: { input: { id: 'ENG-1', title: 'New' }, bad: { id: 'ENG-1' } },
    search: { input: { term: 'Old' }, bad: { term: '' } },
  },
});
