import { OperationPreview, OperationPreviewRequest } from '@intexuraos/internal-clients/action-engine';
import { previewOperation as preview } from '../use-cases/preview-operation.ts';
import { endpoint } from './endpoint.ts';

export const previewOperation = endpoint({
  method: 'POST',
  path: '/internal/operations/preview',
  auth: 'service',
  summary: 'Exactly what an operation would send and from which account, for the question before it; changes nothing',
  bodyLimit: 1_000_000,
  input: OperationPreviewRequest,
  output: OperationPreview,
  handle: ({ userId, platform, action_type: operation, payload, connection = null }, { app }) =>
    preview(app, { userId, platform, operation, payload, connectionId: connection }),
});
