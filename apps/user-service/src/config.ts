import { type Environment, parseEnvironment } from '@intexuraos/http-server';
import { z } from 'zod';
import { isLanguage, isTimeZone } from './domain/locale.ts';
import type { Habits } from './domain/person.ts';

export interface UserServiceConfig {
  /** The file of the master keys; the first start makes it. */
  readonly kekFile: string;
  readonly loopbackAllowed: boolean;
  readonly defaults: Habits;
}

const Variables = z.object({
  INTEXURAOS_VAULT_KEK_FILE: z.string(),
  INTEXURAOS_LLM_LOOPBACK_URLS: z.enum(['true', 'false']).default('false'),
  INTEXURAOS_DEFAULT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'expected a time zone like "Europe/Warsaw"')
    .default('UTC'),
  INTEXURAOS_DEFAULT_LANGUAGE: z.string().refine(isLanguage, 'expected a language like "en"').default('en'),
});

/** Throws ConfigError naming all that is missing or malformed. */
export function readUserServiceConfig(env: Environment): UserServiceConfig {
  const variables = parseEnvironment(Variables, env);
  return {
    kekFile: variables.INTEXURAOS_VAULT_KEK_FILE,
    loopbackAllowed: variables.INTEXURAOS_LLM_LOOPBACK_URLS === 'true',
    defaults: {
      timeZone: variables.INTEXURAOS_DEFAULT_TIME_ZONE,
      language: variables.INTEXURAOS_DEFAULT_LANGUAGE,
    },
  };
}
