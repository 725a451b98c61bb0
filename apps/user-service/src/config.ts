import { ConfigError, type Environment, parseEnvironment, readBoth } from '@intexuraos/http-server';
import { z } from 'zod';
import { toLanguage, toTimeZone } from './domain/locale.ts';
import type { Habits } from './domain/person.ts';

/** Where the vault's master keys are: in a file that the first start makes, or in Cloud KMS. */
export type MasterKeys = { readonly file: string } | { readonly kmsKey: string };

export interface UserServiceConfig {
  readonly masterKeys: MasterKeys;
  readonly loopbackAllowed: boolean;
  readonly defaults: Habits;
}

/** Every variable that this service reads. */
export const Variables = z.object({
  INTEXURAOS_VAULT_KEK_FILE: z
    .string()
    .optional()
    .describe('the file of the master keys that seal people’s keys: this, or a key of Cloud KMS'),
  INTEXURAOS_VAULT_KMS_KEY: z
    .string()
    .regex(/^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/, 'expected the full name of a key')
    .optional()
    .describe('the full name of the key in Cloud KMS: this, or a file'),
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
  const [variables, masterKeys] = readBoth(
    () => parseEnvironment(Variables, env),
    () => masterKeysOf(env),
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

/** Both would leave it open which one sealed what; none would make a new key with each new container. */
function masterKeysOf({ INTEXURAOS_VAULT_KEK_FILE: file, INTEXURAOS_VAULT_KMS_KEY: kmsKey }: Environment): MasterKeys {
  if (file && !kmsKey) return { file };
  if (kmsKey && !file) return { kmsKey };
  throw new ConfigError(['set either INTEXURAOS_VAULT_KEK_FILE (one machine) or INTEXURAOS_VAULT_KMS_KEY (cloud)']);
}
