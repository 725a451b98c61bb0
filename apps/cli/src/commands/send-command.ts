import { z } from 'zod';
import { exitCodes } from '../cli-error.ts';
import type { CliCommand } from './define.ts';

const Command = z.looseObject({
  id: z.string(),
  classification: z.object({ type: z.string(), confidence: z.number(), title: z.string() }).nullable(),
  actionId: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
});
type Command = z.infer<typeof Command>;

export const sendCommand: CliCommand = {
  words: ['commands', 'send'],
  takes: 'WORDS… [--key KEY]',
  namesMin: 1,
  namesMax: Number.POSITIVE_INFINITY,
  summary: 'says what you want, in your own words; the same key again is the same command',
  options: { key: { type: 'string' } },
  async run({ api, names, options: { key }, print }) {
    const headers = typeof key === 'string' ? { 'idempotency-key': key } : {};
    const body = { text: names.join(' '), sourceType: 'cli' };
    const { command } = await api.send('POST', '/commands', z.object({ command: Command }), { body, headers });
    print({ command }, textOf(command));
    return command.failure === null ? exitCodes.done : exitCodes.failed;
  },
};

function textOf({ id, classification, actionId, failure }: Command): string {
  const read = classification && `${classification.type} (${classification.confidence}): ${classification.title}`;
  if (failure !== null) return `Nothing will come of ${id}: ${failure.message} (${failure.code})`;
  if (actionId === null) return [`Taken as ${id}; the action follows`, ...(read ? [read] : [])].join('\n');
  return [read, `Action: ${actionId}`].filter(Boolean).join('\n');
}
