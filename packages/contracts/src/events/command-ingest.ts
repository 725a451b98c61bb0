import { z } from 'zod';
import { Timestamp, UserId } from '../primitives.ts';
import { defineTopic } from '../topic.ts';

/** Where a command came from: `whatsapp`, `web`. */
export const SourceType = z.string().regex(/^[a-z][a-z_-]{0,31}$/, 'expected a name like "whatsapp"');

/** The id of a message where it came from; with the source before it, it is the command's id. */
export const ExternalId = z.string().regex(/^[\x21-\x7e]{1,460}$/, 'expected 1 to 460 visible ASCII characters');

/** A message that answers no ask: something new that a person wants. */
export const CommandIngest = z.object({
  type: z.literal('command.ingest'),
  userId: UserId,
  sourceType: SourceType,
  externalId: ExternalId,
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
