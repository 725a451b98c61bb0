import { type Environment, parseEnvironment, secret } from '@intexuraos/http-server';
import { actionEngine } from '@intexuraos/internal-clients/action-engine';
import { userService } from '@intexuraos/internal-clients/user-service';
import { z } from 'zod';

export interface WorkspaceConfig {
  /** Without a slash at the end. */
  readonly webAppUrl: string;
  /** Origins that pages may be read from although they are private or plain http. */
  readonly allowedOrigins: readonly string[];
  readonly neighbours: { readonly urls: Readonly<Record<string, string>>; readonly internalAuthToken: string };
  /** After which an attempt at an errand counts as lost. */
  readonly errandLeaseMs: number;
  /** Whether a language model on this very machine may be asked. */
  readonly loopbackAllowed: boolean;
}

const isOrigin = (text: string) => URL.parse(text)?.origin === text && /^https?:/.test(text);
const Origins = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  )
  .refine(
    (origins) => origins.every(isOrigin),
    'expected origins like "http://192.168.1.20:8080", with commas between',
  );

/** Every variable that this service reads. */
export const Variables = z.object({
  INTEXURAOS_WEB_APP_URL: z.url({ protocol: /^https?$/ }).describe('where people see what was made, for links'),
  INTEXURAOS_PAGES_ALLOWED_ORIGINS: Origins.describe(
    'origins that pages are read from although they are private or plain http, with commas between',
  ),
  INTEXURAOS_USER_SERVICE_URL: z.url({ protocol: /^https?$/ }).describe('the address of user-service'),
  INTEXURAOS_ACTION_ENGINE_URL: z
    .url({ protocol: /^https?$/ })
    .describe('the address of action-engine, for copies of items on outside platforms'),
  INTEXURAOS_ERRAND_LEASE_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .default(150_000)
    .describe('after which an attempt to read a page, write a text or copy an item counts as lost'),
  INTEXURAOS_INTERNAL_AUTH_TOKEN: secret(32).describe('what the neighbours are called with'),
  INTEXURAOS_LLM_LOOPBACK_URLS: z
    .enum(['true', 'false'])
    .default('false')
    .describe('whether a person’s language model may be on this machine'),
});

/** Throws ConfigError naming all that is missing or malformed. */
export function readWorkspaceConfig(env: Environment): WorkspaceConfig {
  const variables = parseEnvironment(Variables, env);
  return {
    webAppUrl: variables.INTEXURAOS_WEB_APP_URL.replace(/\/+$/, ''),
    allowedOrigins: variables.INTEXURAOS_PAGES_ALLOWED_ORIGINS,
    neighbours: {
      urls: {
        [userService.urlEnv]: variables.INTEXURAOS_USER_SERVICE_URL,
        [actionEngine.urlEnv]: variables.INTEXURAOS_ACTION_ENGINE_URL,
      },
      internalAuthToken: variables.INTEXURAOS_INTERNAL_AUTH_TOKEN,
    },
    errandLeaseMs: variables.INTEXURAOS_ERRAND_LEASE_MS,
    loopbackAllowed: variables.INTEXURAOS_LLM_LOOPBACK_URLS === 'true',
  };
}
