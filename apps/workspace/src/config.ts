import { type Environment, parseEnvironment, secret } from '@intexuraos/http-server';
import { userService } from '@intexuraos/internal-clients/user-service';
import { z } from 'zod';

export interface WorkspaceConfig {
  /** Without a slash at the end. */
  readonly webAppUrl: string;
  /** Origins that pages may be read from although they are private or plain http. */
  readonly allowedOrigins: readonly string[];
  readonly neighbours: { readonly urls: Readonly<Record<string, string>>; readonly internalAuthToken: string };
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
      urls: { [userService.urlEnv]: variables.INTEXURAOS_USER_SERVICE_URL },
      internalAuthToken: variables.INTEXURAOS_INTERNAL_AUTH_TOKEN,
    },
    loopbackAllowed: variables.INTEXURAOS_LLM_LOOPBACK_URLS === 'true',
  };
}
