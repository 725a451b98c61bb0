import { approveAction } from './approve-action.ts';
import type { CliCommand } from './define.ts';
import { listActions } from './list-actions.ts';
import { listConnections } from './list-connections.ts';
import { listOperations } from './list-operations.ts';
import { rejectAction } from './reject-action.ts';
import { removeConnection } from './remove-connection.ts';
import { runOperation } from './run-operation.ts';
import { sendCommand } from './send-command.ts';
import { showAction } from './show-action.ts';
import { watchActions } from './watch-actions.ts';

/** Everything that can be said; the help text is made of it. */
export const cliCommands: readonly CliCommand[] = [
  listActions,
  showAction,
  approveAction,
  rejectAction,
  watchActions,
  sendCommand,
  listOperations,
  runOperation,
  listConnections,
  removeConnection,
];
