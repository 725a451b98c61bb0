import { ConfigError, type Environment } from '@intexuraos/http-server';
import { z } from 'zod';

/** Says whether this is production; nothing but this file asks. */
export const productionVariable = {
  NODE_ENV: z.string().optional().describe('`production` refuses what only tests may set; containers set it'),
};

/** What a test may set and production must not: it would write to nowhere, trust a made-up issuer, or end on purpose. */
const forTests = [
  'FIRESTORE_EMULATOR_HOST',
  'PUBSUB_EMULATOR_HOST',
  'INTEXURAOS_OIDC_ISSUER',
  'INTEXURAOS_OIDC_JWKS_URL',
  'INTEXURAOS_CRASH_AT',
];

/** Throws ConfigError where NODE_ENV is `production` and something is set that only tests may set. */
export function refuseTestSettings(env: Environment): void {
  if (env['NODE_ENV'] !== 'production') return;
  const problems = forTests.filter((name) => env[name]).map((name) => `${name} must not be set in production`);
  if (problems.length > 0) throw new ConfigError(problems);
}
