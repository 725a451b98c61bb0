import { LinearIssue } from '@intexuraos/internal-clients/linear-agent';
import { defineItemKind } from '../define.ts';

export const linear = defineItemKind({
  name: 'linear',
  page: 'linear',
  content: LinearIssue,
  titleOf: ({ title }) => title,
  doneText: ({ title }) => `Issue "${title}" created`,
});
