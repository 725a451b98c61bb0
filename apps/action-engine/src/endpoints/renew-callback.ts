import { operationCallback } from '@intexuraos/contracts';
import { renewCallback as renew } from '../use-cases/renew-callback.ts';
import { subscription } from './endpoint.ts';

export const renewCallback = subscription({
  topic: operationCallback,
  name: 'operation-callbacks',
  path: '/internal/operations/callback',
  summary: 'Tells a callback address anew how an operation ended, because an operator wants it',
  handle: ({ performanceId }, { app }) => renew(app, performanceId),
});
