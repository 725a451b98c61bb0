import { text } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { AppError, uuidFromName } from '@intexuraos/kernel';
import { z } from 'zod';
import { takeCommand } from '../use-cases/take-command.ts';
import { CommandView, statusOf, viewOf } from './command-view.ts';
import { endpoint } from './endpoint.ts';

const keyCharsMax = 255;

export const sendCommand = endpoint({
  method: 'POST',
  path: '/commands',
  auth: 'user',
  quota: 'mutation',
  summary: 'Says what you want, in your own words; the same Idempotency-Key again is the same command.',
  input: z.strictObject({
    text: text(10_000).refine((words) => words.trim() !== '', 'expected some words'),
    sourceType: z.enum(['web', 'cli']).default('web'),
  }),
  output: z.object({ command: CommandView }),
  statuses: [201, 202],
  handle: async (input, { app, caller, request }) => {
    const externalId = externalIdOf(caller.userId, request.headers['idempotency-key'] ?? request.id);
    const said = { ...input, ...caller, externalId, saidAt: app.clock.now() };
    const { created, command } = await takeCommand(app, said).catch(namingTheKey);
    return answer(statusOf(created, command), { command: viewOf(command) });
  },
});

/** Who sends a command here has no other id than the key. */
function namingTheKey(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
  throw new AppError('VALIDATION_FAILED', 'This Idempotency-Key was used for another command', {
    details: [{ path: 'Idempotency-Key', message: 'expected the text that was sent with it before, or a new key' }],
    cause: error,
  });
}

/** Two people may choose the same key. */
function externalIdOf(userId: string, key: string): string {
  if (key === '' || key.length > keyCharsMax)
    throw new AppError('INVALID_REQUEST', `Idempotency-Key: expected 1 to ${keyCharsMax} characters.`);
  return uuidFromName(JSON.stringify(['command', userId, key]));
}
