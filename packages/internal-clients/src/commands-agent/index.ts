import { CommandId, Id, text, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { defineNeighbour } from '../define.ts';

export const Command = z.object({ id: CommandId, text: z.string(), sourceType: z.string() });
export type Command = z.infer<typeof Command>;
const CommandAnswer = z.object({ command: Command });

/**
 * Body of `POST /internal/commands` when a person corrected an action's type: an example to learn from. It is not a
 * message from anybody, so the receiver must not make an action of it; `correction` is how it knows.
 */
export const CorrectedCommand = z.object({
  userId: UserId,
  sourceType: z.literal('correction'),
  /** The id of the correction: the same one arrives once. */
  externalId: Id,
  text: text(100_000),
  correction: z.object({ commandId: CommandId, actionId: Id, fromType: z.string(), toType: z.string() }),
});
export type CorrectedCommand = z.infer<typeof CorrectedCommand>;

export const commandsAgent = defineNeighbour({
  name: 'commands-agent',
  urlEnv: 'INTEXURAOS_COMMANDS_AGENT_URL',
  client: (http) => ({
    get: (commandId: string) => http.get(`/internal/commands/${encodeURIComponent(commandId)}`, CommandAnswer),
    recordCorrection: (example: Omit<CorrectedCommand, 'sourceType'>) =>
      http.post('/internal/commands', CommandAnswer, { ...example, sourceType: 'correction' }),
  }),
});
