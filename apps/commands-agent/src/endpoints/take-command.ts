import { ExternalId, SourceType, UserId } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { CorrectedCommand } from '@intexuraos/internal-clients/commands-agent';
import { z } from 'zod';
import { keepCorrection } from '../use-cases/keep-correction.ts';
import { takeCommand } from '../use-cases/take-command.ts';
import { CommandView, statusOf, viewOf } from './command-view.ts';
import { endpoint } from './endpoint.ts';

const NewCommand = z.strictObject({
  userId: UserId,
  sourceType: SourceType.refine((source) => source !== 'correction', 'expected `correction` beside it'),
  externalId: ExternalId,
  text: z.string().min(1).max(65_536),
});

const KeptExample = z.object({ id: z.string(), text: z.string(), sourceType: z.string() });

export const takeCommandEndpoint = endpoint({
  method: 'POST',
  path: '/internal/commands',
  auth: 'service',
  summary: 'Takes a message as a command, once for each id; or a corrected example, of which no action comes.',
  bodyLimit: 512 * 1024,
  input: z.union([CorrectedCommand, NewCommand]),
  output: z.object({ command: z.union([CommandView, KeptExample]) }),
  statuses: [201, 202],
  handle: async (input, { app }) => {
    if ('correction' in input) return { command: await keepCorrection(app, input) };
    const { created, command } = await takeCommand(app, { ...input, saidAt: app.clock.now() });
    return answer(statusOf(created, command), { command: viewOf(command) });
  },
});
