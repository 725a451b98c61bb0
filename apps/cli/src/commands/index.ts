import { approveAction } from './approve-action.ts';
import type { CliCommand } from './define.ts';
import { listActions } from './list-actions.ts';
import { rejectAction } from './reject-action.ts';
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
];
