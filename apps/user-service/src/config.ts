import { ConfigError, type Environment, parseEnvironment } from '@intexuraos/http-server';
import { z } from 'zod';
import { isLanguage, isTimeZone } from './domain/locale.ts';
import type { Habits } from './domain/person.ts';

/** Where the vault's master keys are: in a file that the first start makes, or in Cloud KMS. */
export type MasterKeys = { readonly file: string } | { readonly kmsKey: string };

export interface UserServiceConfig {
  readonly masterKeys: MasterKeys;
  readonly loopbackAllowed: boolean;
  readonly defaults: Habits;
}

const Variables = z.object({
  INTEXURAOS_VAULT_KEK_FILE: z.string().optional(),
  INTEXURAOS_VAULT_KMS_KEY: z
    .string()
    .regex(/^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/, 'expected the full name of a key')
    .optional(),
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
    masterKeys: masterKeysOf(variables),
    loopbackAllowed: variables.INTEXURAOS_LLM_LOOPBACK_URLS === 'true',
    defaults: {
      timeZone: variables.INTEXURAOS_DEFAULT_TIME_ZONE,
      language: variables.INTEXURAOS_DEFAULT_LANGUAGE,
    },
  };
}

/** Both would leave it open which one sealed what; none would make a new key with each new container. */
function masterKeysOf(variables: z.output<typeof Variables>): MasterKeys {
  const { INTEXURAOS_VAULT_KEK_FILE: file, INTEXURAOS_VAULT_KMS_KEY: kmsKey } = variables;
  if (file !== undefined && kmsKey === undefined) return { file };
  if (kmsKey !== undefined && file === undefined) return { kmsKey };
  throw new ConfigError(['set either INTEXURAOS_VAULT_KEK_FILE (one machine) or INTEXURAOS_VAULT_KMS_KEY (cloud)']);
}
