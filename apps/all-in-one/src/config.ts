import { join, resolve } from 'node:path';
import { type Environment, parseEnvironment, readAll } from '@intexuraos/http-server';
import { z } from 'zod';
import type { Place } from './environment.ts';
import { checkServiceVariables } from './services-config.ts';

const perMinute = z.coerce.number().int().min(1).optional();

const Variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535),
  INTEXURAOS_DATA_DIR: z.string().min(1).default('.data'),
  INTEXURAOS_WEB_DIR: z.string().min(1).optional(),
  INTEXURAOS_SWEEP_MS: z.coerce.number().int().min(50).default(60_000),
  INTEXURAOS_MUTATIONS_PER_MINUTE: perMinute,
  INTEXURAOS_EXECUTIONS_PER_MINUTE: perMinute,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

const builtWebApp = join(import.meta.dirname, '../../web/dist');

export interface AllInOneConfig extends Place {
  readonly databaseFile: string;
  /** Where the web app was built. */
  readonly webDir: string;
  /** The messages of whatsapp-service go to the simulated phone. */
  readonly hasSimulator: boolean;
  readonly sweepMs: number;
  readonly perMinute: { readonly mutation?: number; readonly execute?: number };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Throws ConfigError naming all that is malformed, also for the services. Nothing has to be set. */
export function readAllInOneConfig(env: Environment): AllInOneConfig {
  const [variables] = readAll(
    () => parseEnvironment(Variables, env),
    () => checkServiceVariables(env),
  );
  const dataDir = resolve(variables.INTEXURAOS_DATA_DIR);
  return {
    baseUrl: `http://127.0.0.1:${variables.PORT}`,
    dataDir,
    databaseFile: join(dataDir, 'intexuraos.db'),
    webDir: resolve(variables.INTEXURAOS_WEB_DIR ?? builtWebApp),
    hasSimulator: !env['INTEXURAOS_WHATSAPP_API_URL'],
    sweepMs: variables.INTEXURAOS_SWEEP_MS,
    perMinute: {
      ...(variables.INTEXURAOS_MUTATIONS_PER_MINUTE && { mutation: variables.INTEXURAOS_MUTATIONS_PER_MINUTE }),
      ...(variables.INTEXURAOS_EXECUTIONS_PER_MINUTE && { execute: variables.INTEXURAOS_EXECUTIONS_PER_MINUTE }),
    },
    logLevel: variables.LOG_LEVEL,
    given: env,
  };
}
