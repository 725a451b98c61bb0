import { actionChanged } from '@intexuraos/contracts';
import { endUnapproved, isUnapproved } from '../use-cases/end-unapproved.ts';
import { subscription } from './endpoint.ts';

export const hearOfAction = subscription({
  topic: actionChanged,
  name: 'operation-approvals',
  path: '/internal/operations/action-changed',
  summary: 'Ends a request whose approval will not come, and tells whoever asked for it',
  wants: isUnapproved,
  handle: (event, { app }) => endUnapproved(app, event),
});
