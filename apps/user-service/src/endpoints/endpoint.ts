import { endpointsOf } from '@intexuraos/http-server';
import { z } from 'zod';
import type { LlmKeyFacts } from '../domain/llm-key.ts';
import { toLanguage, toTimeZone } from '../domain/locale.ts';
import type { Person } from '../domain/person.ts';
import type { UserServicePorts } from '../ports.ts';

export const { endpoint } = endpointsOf<UserServicePorts>();

export const Provider = z.string().regex(/^[a-z][a-z0-9_-]{0,31}$/, 'expected a name like "openai"');

/** What `known` makes of it, where it makes something of it. */
const known = (toKnown: (written: string) => string | null, expected: string, charsMax: number) =>
  z
    .string()
    .max(charsMax)
    .refine((written) => toKnown(written) !== null, expected)
    .transform((written) => toKnown(written) ?? written);

export const TimeZone = known(toTimeZone, 'expected a time zone like "Europe/Warsaw"', 64);
export const Language = known(toLanguage, 'expected a language like "en" or "pt-BR"', 35);
export const DefaultModel = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'expected the name of a model');

/** A person as they see themselves. */
export const Me = z.object({
  userId: z.string(),
  timeZone: z.string(),
  language: z.string(),
  phone: z.string().nullable(),
  bsuid: z.string().nullable(),
  llmPreferences: z.object({ defaultModel: z.string() }).optional(),
});

export const meOf = (person: Person): z.input<typeof Me> => ({
  userId: person.userId,
  timeZone: person.timeZone,
  language: person.language,
  phone: person.phone,
  bsuid: person.bsuid,
  ...(person.defaultModel !== null && { llmPreferences: { defaultModel: person.defaultModel } }),
});

/** What a person sees of a key of theirs. */
export const ShownLlmKey = z.object({
  provider: z.string(),
  baseUrl: z.string().nullable(),
  lastFour: z.string().max(4),
  updatedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});

export const shownLlmKey = (key: LlmKeyFacts): z.input<typeof ShownLlmKey> => ({
  ...key,
  updatedAt: new Date(key.updatedAt).toISOString(),
  lastUsedAt: key.lastUsedAt === null ? null : new Date(key.lastUsedAt).toISOString(),
});
