import { type Environment, parseEnvironment, readAll } from '@intexuraos/http-server';
import { type MasterKeys, MasterKeyVariables, readMasterKeys } from '@intexuraos/platform';
import { z } from 'zod';
import { toLanguage, toTimeZone } from './domain/locale.ts';
import type { Habits } from './domain/person.ts';

export interface UserServiceConfig {
  readonly masterKeys: MasterKeys;
  readonly loopbackAllowed: boolean;
  readonly defaults: Habits;
}

/** Every variable that this service reads. */
export const Variables = z.object({
  ...MasterKeyVariables.shape,
  INTEXURAOS_LLM_LOOPBACK_URLS: z
    .enum(['true', 'false'])
    .default('false')
    .describe('whether a person’s language model may be on this machine'),
  INTEXURAOS_DEFAULT_TIME_ZONE: z
    .string()
    .refine((name) => toTimeZone(name) !== null, 'expected a time zone like "Europe/Warsaw"')
    .default('UTC')
    .describe('where a person is who has not said it'),
  INTEXURAOS_DEFAULT_LANGUAGE: z
    .string()
    .refine((tag) => toLanguage(tag) !== null, 'expected a language like "en"')
    .default('en')
    .describe('what a person speaks who has not said it'),
});

/** Throws ConfigError naming all that is missing or malformed. */
export function readUserServiceConfig(env: Environment): UserServiceConfig {
  const [variables, masterKeys] = readAll(
    () => parseEnvironment(Variables, env),
    () => readMasterKeys(env),
  );
  return {
    masterKeys,
    loopbackAllowed: variables.INTEXURAOS_LLM_LOOPBACK_URLS === 'true',
    defaults: {
      timeZone: variables.INTEXURAOS_DEFAULT_TIME_ZONE,
      language: variables.INTEXURAOS_DEFAULT_LANGUAGE,
    },
  };
}
