import { CommandId } from '@intexuraos/contracts';
import { z } from 'zod';
import { readOwnCommand } from '../use-cases/read-command.ts';
import { CommandView, viewOf } from './command-view.ts';
import { endpoint } from './endpoint.ts';

export const readOwnCommandEndpoint = endpoint({
  method: 'GET',
  path: '/commands/:commandId',
  auth: 'user',
  summary: 'A command of yours, and what has come of it.',
  input: z.object({ commandId: CommandId }),
  output: z.object({ command: CommandView }),
  handle: async ({ commandId: id }, { app, caller }) => ({
    command: viewOf(await readOwnCommand(app, { id, ...caller })),
  }),
});
