import { createHmac } from 'node:crypto';
import { hostname } from 'node:os';
import { type Environment, parseEnvironment } from '@intexuraos/http-server';
import { commandsAgent } from '@intexuraos/internal-clients/commands-agent';
import { userService } from '@intexuraos/internal-clients/user-service';
import { z } from 'zod';
import { actionTypes } from './action-types/index.ts';
import { defaultPolicy } from './domain/context.ts';
import { defaultSettings, type Settings } from './use-cases/settings.ts';

const HttpUrl = z.url({ protocol: /^https?$/ });
const milliseconds = (fallback: number, min = 1) => z.coerce.number().int().min(min).default(fallback);
const perHour = z.coerce.number().int().min(1).optional();

/** The variables that hold the base URLs of all neighbours. */
export const neighbourUrlVariables = [
  ...new Set(
    [userService, commandsAgent, ...Object.values(actionTypes).map(({ target }) => target)].map(({ urlEnv }) => urlEnv),
  ),
];

const Neighbours = z.object(Object.fromEntries(neighbourUrlVariables.map((name) => [name, HttpUrl])));

const Variables = z.object({
  INTEXURAOS_INTERNAL_AUTH_TOKEN: z.string().min(32),
  INTEXURAOS_WEB_APP_URL: HttpUrl,
  INTEXURAOS_BUTTON_SECRET: z.string().min(32).optional(),
  INTEXURAOS_LEASE_MS: milliseconds(defaultPolicy.leaseMs, 50),
  INTEXURAOS_SWEEP_MS: milliseconds(defaultSettings.sweepMs, 50),
  INTEXURAOS_ASK_LIFETIME_MS: milliseconds(defaultPolicy.askLifetimeMs, 1_000),
  INTEXURAOS_RETRY_BASE_MS: milliseconds(defaultSettings.retryBaseMs),
  INTEXURAOS_ASKS_PER_HOUR: perHour,
  INTEXURAOS_CLASSIFICATIONS_PER_HOUR: perHour,
  INTEXURAOS_LLM_LOOPBACK_URLS: z.enum(['true', 'false']).default('false'),
  INTEXURAOS_CRASH_AT: z.string().optional(),
});

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
  const valid = parseEnvironment(z.object({ ...Variables.shape, ...Neighbours.shape }), env);
  const given = Variables.parse(valid);
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
      owner: `${hostname()}:${process.pid}`,
      buttonSecret: given.INTEXURAOS_BUTTON_SECRET ?? derived(given.INTEXURAOS_INTERNAL_AUTH_TOKEN),
      webAppUrl: given.INTEXURAOS_WEB_APP_URL,
    },
  };
}

/** A secret of its own that needs no variable of its own. */
const derived = (secret: string) => createHmac('sha256', secret).update('buttons of asks').digest('base64url');
