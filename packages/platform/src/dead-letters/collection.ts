import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';

/** Somebody sends the message again. `doneAt` is null while they are at it. */
const Redrive = z.object({ by: z.string(), startedAt: z.number(), doneAt: z.number().nullable() });

/** The defaults are for letters that were kept before they could be sent again. All times are Unix milliseconds. */
const DeadLetter = z.object({
  subscription: z.string(),
  event: z.string().default(''),
  messageId: z.string(),
  reason: z.string(),
  hash: z.string(),
  sample: z.string(),
  body: z.string().nullable().default(null),
  at: z.number(),
  redrive: Redrive.nullable().default(null),
  expiresAt: z.number().nullable().default(null),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** Messages that nobody could work on, for a person to look at: nothing delivers them again by itself. */
export const deadLetters = defineCollection({
  name: 'dead_letters',
  parse: (data) => DeadLetter.parse(data),
  indexes: [['at']],
  expiresAtField: 'expiresAt',
});
