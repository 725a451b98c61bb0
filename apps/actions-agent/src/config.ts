import { createHmac } from 'node:crypto';
import { type Environment, parseEnvironment, secret } from '@intexuraos/http-server';
import { commandsAgent } from '@intexuraos/internal-clients/commands-agent';
import { userService } from '@intexuraos/internal-clients/user-service';
import { z } from 'zod';
import { actionTypes } from './action-types/index.ts';
import { defaultPolicy } from './domain/context.ts';
import { defaultSettings, type Settings } from './use-cases/settings.ts';

/** Where `INTEXURAOS_CRASH_AT` may end the process. */
export { crashPointNames } from './ports.ts';

const HttpUrl = z.url({ protocol: /^https?$/ });
const milliseconds = (fallback: number, min = 1) => z.coerce.number().int().min(min).default(fallback);
const perHour = z.coerce.number().int().min(1).optional();

/** Neighbours by the variable that holds their base URL. */
const neighbourNames = new Map(
  [userService, commandsAgent, ...Object.values(actionTypes).flatMap(({ target, asks }) => [target, ...asks])].map(
    ({ urlEnv, name }) => [urlEnv, name],
  ),
);

/** The variables that hold the base URLs of all neighbours. */
export const neighbourUrlVariables = [...neighbourNames.keys()];

const Neighbours = z.object(
  Object.fromEntries(
    [...neighbourNames].map(([variable, name]) => [variable, HttpUrl.describe(`the address of ${name}`)]),
  ),
);

const Own = z.object({
  INTEXURAOS_INTERNAL_AUTH_TOKEN: secret(32).describe('what the neighbours are called with'),
  INTEXURAOS_WEB_APP_URL: HttpUrl.describe('where people see their actions, for links in messages'),
  INTEXURAOS_BUTTON_SECRET: secret(32)
    .optional()
    .describe('signs the buttons of asks; made from the internal token unless set'),
  INTEXURAOS_LEASE_MS: milliseconds(defaultPolicy.leaseMs, 50).describe(
    'after which a run counts as lost and is taken back',
  ),
  INTEXURAOS_SWEEP_MS: milliseconds(defaultSettings.sweepMs, 50).describe('how long one sweep keeps others out'),
  INTEXURAOS_ASK_LIFETIME_MS: milliseconds(defaultPolicy.askLifetimeMs, 1_000).describe(
    'how long an ask waits for its answer',
  ),
  INTEXURAOS_RETRY_BASE_MS: milliseconds(defaultSettings.retryBaseMs).describe(
    'the first pause before a run is tried again',
  ),
  INTEXURAOS_ASKS_PER_HOUR: perHour.describe('asks that one person gets in an hour'),
  INTEXURAOS_CLASSIFICATIONS_PER_HOUR: perHour.describe(
    'replies that a language model reads for one person in an hour',
  ),
  INTEXURAOS_LLM_LOOPBACK_URLS: z
    .enum(['true', 'false'])
    .default('false')
    .describe('whether a person’s language model may be on this machine'),
  INTEXURAOS_CRASH_AT: z.string().optional().describe('`point:n` ends the process there, for crash tests'),
});

/** Every variable that this service reads. */
export const Variables = z.object({ ...Own.shape, ...Neighbours.shape });

/** In the cloud one person must not be able to run up everybody's bill. */
export const cloudDefaults = { INTEXURAOS_ASKS_PER_HOUR: '30', INTEXURAOS_CLASSIFICATIONS_PER_HOUR: '60' } as const;

export interface ActionsAgentConfig {
  readonly neighbours: { readonly urls: Readonly<Record<string, string>>; readonly internalAuthToken: string };
  readonly settings: Settings;
  readonly quotas: { readonly ask?: number; readonly classification?: number };
  /** Whether a language model on this very machine may be asked. */
  readonly loopbackAllowed: boolean;
  /** `name:n`: end the process the n-th time it comes there; for crash tests. */
  readonly crashAt: string | null;
}

/** The sooner a lease ends, the sooner something untold is told again: tests shorten both with one variable. */
const graceOf = (leaseMs: number) => Math.min(defaultPolicy.tellGraceMs, leaseMs);

/** The environment, parsed once. Throws ConfigError naming everything that is missing or malformed. */
export function readActionsAgentConfig(env: Environment): ActionsAgentConfig {
  const valid = parseEnvironment(Variables, env);
  const given = Own.parse(valid);
  const leaseMs = given.INTEXURAOS_LEASE_MS;
  return {
    neighbours: { urls: Neighbours.parse(valid), internalAuthToken: given.INTEXURAOS_INTERNAL_AUTH_TOKEN },
    quotas: {
      ...(given.INTEXURAOS_ASKS_PER_HOUR && { ask: given.INTEXURAOS_ASKS_PER_HOUR }),
      ...(given.INTEXURAOS_CLASSIFICATIONS_PER_HOUR && { classification: given.INTEXURAOS_CLASSIFICATIONS_PER_HOUR }),
    },
    loopbackAllowed: given.INTEXURAOS_LLM_LOOPBACK_URLS === 'true',
    crashAt: given.INTEXURAOS_CRASH_AT ?? null,
    settings: {
      ...defaultSettings,
      policy: {
        ...defaultPolicy,
        leaseMs,
        askLifetimeMs: given.INTEXURAOS_ASK_LIFETIME_MS,
        tellGraceMs: graceOf(leaseMs),
      },
      sweepMs: given.INTEXURAOS_SWEEP_MS,
      retryBaseMs: given.INTEXURAOS_RETRY_BASE_MS,
      buttonSecret: given.INTEXURAOS_BUTTON_SECRET ?? derived(given.INTEXURAOS_INTERNAL_AUTH_TOKEN),
      webAppUrl: given.INTEXURAOS_WEB_APP_URL,
    },
  };
}

/** A secret of its own that needs no variable of its own. */
const derived = (secret: string) => createHmac('sha256', secret).update('buttons of asks').digest('base64url');
