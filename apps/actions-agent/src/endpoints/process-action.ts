import { actionCreated } from '@intexuraos/contracts';
import { subscription } from './endpoint.ts';

export const processAction = subscription({
  topic: actionCreated,
  name: 'actions-queue',
  path: '/internal/actions/process',
  alias: '/internal/actions/:actionType',
  summary: 'Asks about a new action, or runs an approved one.',
  handle: ({ actionId, version }, { app }) => app.process({ actionId, version }),
});
