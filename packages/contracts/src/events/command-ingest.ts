import { z } from 'zod';
import { Timestamp, UserId } from '../primitives.ts';
import { defineTopic } from '../topic.ts';

/** A message that answers no ask: something new that a person wants. */
export const CommandIngest = z.object({
  type: z.literal('command.ingest'),
  userId: UserId,
  sourceType: z.string().regex(/^[a-z][a-z_-]{0,31}$/),
  externalId: z.string().min(1).max(480),
  text: z.string().min(1).max(65_536),
  timestamp: Timestamp,
});
export type CommandIngest = z.infer<typeof CommandIngest>;

export const commandIngest = defineTopic({
  event: 'command.ingest',
  name: 'commands',
  variable: 'INTEXURAOS_PUBSUB_COMMANDS',
  schema: CommandIngest,
});
