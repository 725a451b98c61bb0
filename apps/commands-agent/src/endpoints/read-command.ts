import { CommandId } from '@intexuraos/contracts';
import { z } from 'zod';
import { readCommand } from '../use-cases/read-command.ts';
import { CommandView, viewOf } from './command-view.ts';
import { endpoint } from './endpoint.ts';

export const readCommandEndpoint = endpoint({
  method: 'GET',
  path: '/internal/commands/:commandId',
  auth: 'service',
  summary: 'A command as the person wrote it.',
  input: z.object({ commandId: CommandId }),
  output: z.object({ command: CommandView }),
  handle: async ({ commandId }, { app }) => ({ command: viewOf(await readCommand(app, commandId)) }),
});
