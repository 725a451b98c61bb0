import { defineConnector } from '../define.ts';
import { uuidOfKey } from '../key-forms.ts';
import { createIssue, deleteIssue, findIssue, inTeam, searchIssues, updateIssue } from './issues.ts';
import { CreateIssue, Credentials, FoundIssues, Issue, Search, Settings, UpdateIssue } from './schema.ts';

const { operation, connector } = defineConnector({
  name: 'linear',
  title: 'Linear',
  credentials: Credentials,
  settings: Settings,
  apiUrl: 'https://api.linear.app',
  oauth: {
    provider: 'linear',
    authorizeUrl: 'https://linear.app/oauth/authorize',
    tokenUrl: 'https://api.linear.app/oauth/token',
    revokeUrl: 'https://api.linear.app/oauth/revoke',
    scopes: {
      read: 'to search issues, and to see whether one was made',
      write: 'to create, change and delete issues',
    },
    scopeSeparator: ',',
    clientAuth: 'client_secret_post',
  },
  // https://linear.app/developers/rate-limiting: 1,500 requests an hour for a personal key.
  pace: { perSecond: 0.4, burst: 60 },
});

const simulatedIssue = (id: string, title: string): Issue => ({
  id,
  identifier: 'SIM-1',
  title,
  url: `https://linear.app/issue/${encodeURIComponent(id)}`,
});

export const linear = connector({
  create_issue: operation({
    describe: 'Create an issue in Linear',
    done: 'Issue created in Linear',
    input: CreateIssue,
    output: Issue,
    effect: 'change',
    risk: 'low',
    repeatable: true,
    complete: inTeam,
    run: createIssue,
    reconcile: (_issue, call) => findIssue(call),
    undo: deleteIssue,
    simulate: ({ title }, key) => simulatedIssue(uuidOfKey(key), title),
  }),
  update_issue: operation({
    describe: 'Change an issue in Linear',
    done: 'Issue changed in Linear',
    input: UpdateIssue,
    output: Issue,
    effect: 'change',
    risk: 'low',
    repeatable: true,
    run: updateIssue,
    simulate: ({ id, title = 'Simulated issue' }) => simulatedIssue(id, title),
  }),
  search: operation({
    describe: 'Search issues in Linear',
    done: 'Issues read',
    input: Search,
    output: FoundIssues,
    effect: 'none',
    risk: 'low',
    repeatable: true,
    run: async (search, call) => ({ issues: [...(await searchIssues(search, call))] }),
    simulate: () => ({ issues: [] }),
  }),
});
