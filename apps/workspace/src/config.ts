import { type Environment, parseEnvironment } from '@intexuraos/http-server';
import { z } from 'zod';

export interface WorkspaceConfig {
  /** Without a slash at the end. */
  readonly webAppUrl: string;
  /** Origins that pages may be read from although they are private or plain http. */
  readonly allowedOrigins: readonly string[];
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

const Variables = z.object({
  INTEXURAOS_WEB_APP_URL: z.url({ protocol: /^https?$/ }),
  INTEXURAOS_PAGES_ALLOWED_ORIGINS: Origins,
});

/** Throws ConfigError naming all that is missing or malformed. */
export function readWorkspaceConfig(env: Environment): WorkspaceConfig {
  const variables = parseEnvironment(Variables, env);
  return {
    webAppUrl: variables.INTEXURAOS_WEB_APP_URL.replace(/\/+$/, ''),
    allowedOrigins: variables.INTEXURAOS_PAGES_ALLOWED_ORIGINS,
  };
}
