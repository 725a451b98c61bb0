import { LinearIssue } from '@intexuraos/internal-clients/linear-agent';
import { defineItemKind } from '../define.ts';
import { linearIssueOf } from './linear-issue-of.ts';

export const linear = defineItemKind({
  name: 'linear',
  page: 'linear',
  content: LinearIssue,
  titleOf: ({ title }) => title,
  mirror: { platform: 'linear', operation: 'create_issue', payload: linearIssueOf },
  doneText: ({ title }) => `Issue "${title}" created`,
});
