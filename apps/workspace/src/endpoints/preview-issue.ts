import { LinearPreview, LinearPreviewRequest } from '@intexuraos/internal-clients/linear-agent';
import { previewIssue } from '../items/linear/preview-issue.ts';
import { endpoint, internalBodyLimit } from './endpoint.ts';

export const previewIssueEndpoint = endpoint({
  method: 'POST',
  path: '/internal/linear/preview',
  auth: 'service',
  summary: 'Read an issue out of a text; changes nothing',
  bodyLimit: internalBodyLimit,
  input: LinearPreviewRequest,
  output: LinearPreview,
  handle: async ({ action }) => previewIssue(action),
});
