import { commandIngest } from '@intexuraos/contracts';
import { ingestCommand } from '../use-cases/take-command.ts';
import { subscription } from './endpoint.ts';

export const ingestCommandSubscription = subscription({
  topic: commandIngest,
  name: 'commands',
  path: '/internal/commands/ingest',
  summary: 'Takes a message as a command and has its action made, once for each message.',
  handle: ({ type: _type, timestamp, ...command }, { app }) =>
    ingestCommand(app, { ...command, saidAt: Date.parse(timestamp) }),
});
