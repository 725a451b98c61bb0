import { createHmac } from 'node:crypto';
import { connectors, type Risk } from '@intexuraos/connectors';
import { type Environment, parseEnvironment, readAll, secret } from '@intexuraos/http-server';
import { actionsAgent } from '@intexuraos/internal-clients/actions-agent';
import { z } from 'zod';
import { type AccountConfig, AccountVariables, readAccountConfig } from './config/accounts.ts';
import { LoginVariables, readLoginConfig } from './config/login.ts';
import { PrivateHosts } from './config/private-hosts.ts';

export interface ActionEngineConfig extends AccountConfig {
  readonly neighbours: { readonly urls: Readonly<Record<string, string>>; readonly internalAuthToken: string };
  /** Null: nobody is asked unless the caller wants it. */
  readonly approvalFrom: Risk | null;
  readonly login: ReturnType<typeof readLoginConfig>;
  /** Whether platforms on this very machine may be asked. */
  readonly loopbackAllowed: boolean;
  /** Hosts at private addresses that a connector may ask all the same, by its name. */
  readonly privateHosts: Readonly<Record<string, readonly string[]>>;
  /** Connectors that only simulate. */
  readonly simulated: ReadonlySet<string>;
  /** Where a platform's API is instead of its own address, by the connector's name. */
  readonly apiUrls: Readonly<Record<string, string>>;
  /** What the secrets are made of that people's callbacks are signed with. */
  readonly callbackSecret: string;
  /** After which a process that began something counts as dead. */
  readonly leaseMs: number;
  /** `name:n`: end the process the n-th time it comes there; for crash tests. */
  readonly crashAt: string | null;
}

/** Where `INTEXURAOS_CRASH_AT` may end the process. */
export { crashPointNames } from './domain/crash-points.ts';

const platforms = Object.values(connectors);
const apiUrlVariable = (name: string) => `INTEXURAOS_${name.toUpperCase()}_API_URL`;

const Own = z.object({
  INTEXURAOS_INTERNAL_AUTH_TOKEN: secret(32).describe('what the neighbours are called with'),
  INTEXURAOS_ACTIONS_AGENT_URL: z.url({ protocol: /^https?$/ }).describe('the address of actions-agent'),
  INTEXURAOS_APPROVAL_FROM_RISK: z
    .enum(['none', 'low', 'medium', 'high'])
    .default('none')
    .describe('from which risk on a person is asked before a change, whether or not the caller wants it'),
  INTEXURAOS_CALLBACK_SECRET: secret(32)
    .optional()
    .describe('signs what callback addresses are told; made from the internal token unless set'),
  INTEXURAOS_CRASH_AT: z.string().optional().describe('`point:n` ends the process there, for crash tests'),
  INTEXURAOS_OPERATION_LEASE_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .default(60_000)
    .describe('after which a process that began an operation counts as dead; an operation may take 25/60 of it'),
  INTEXURAOS_OPERATIONS_LOOPBACK: z
    .enum(['true', 'false'])
    .default('false')
    .describe('whether platforms on this machine may be asked'),
  INTEXURAOS_OPERATIONS_PRIVATE_HOSTS: PrivateHosts.describe(
    'hosts at private addresses that one connector may ask all the same, with commas between: `home_assistant=hub.local`',
  ),
});

const Simulate = z.object(
  Object.fromEntries(
    platforms.map(({ title, simulateVariable }) => [
      simulateVariable,
      z.enum(['true', 'false']).default('false').describe(`whether ${title} is only simulated`),
    ]),
  ),
);

const ApiUrls = z.object(
  Object.fromEntries(
    platforms.map(({ name, title }) => [
      apiUrlVariable(name),
      z
        .url({ protocol: /^https?$/ })
        .optional()
        .describe(`where ${title} is asked instead of its own address`),
    ]),
  ),
);

/** Every variable that this service reads. */
export const Variables = z.object({
  ...Own.shape,
  ...Simulate.shape,
  ...ApiUrls.shape,
  ...AccountVariables.shape,
  ...LoginVariables.shape,
});

/** Throws ConfigError naming all that is missing or malformed. */
export function readActionEngineConfig(env: Environment): ActionEngineConfig {
  const [own, simulate, urls, accounts, login] = readAll(
    () => parseEnvironment(Own, env),
    () => parseEnvironment(Simulate, env),
    () => parseEnvironment(ApiUrls, env),
    () => readAccountConfig(env),
    () => readLoginConfig(env),
  );
  return {
    ...accounts,
    login,
    neighbours: {
      urls: { [actionsAgent.urlEnv]: own.INTEXURAOS_ACTIONS_AGENT_URL },
      internalAuthToken: own.INTEXURAOS_INTERNAL_AUTH_TOKEN,
    },
    approvalFrom: own.INTEXURAOS_APPROVAL_FROM_RISK === 'none' ? null : own.INTEXURAOS_APPROVAL_FROM_RISK,
    loopbackAllowed: own.INTEXURAOS_OPERATIONS_LOOPBACK === 'true',
    privateHosts: own.INTEXURAOS_OPERATIONS_PRIVATE_HOSTS,
    simulated: new Set(
      platforms.filter(({ simulateVariable }) => simulate[simulateVariable] === 'true').map(({ name }) => name),
    ),
    callbackSecret: own.INTEXURAOS_CALLBACK_SECRET ?? derived(own.INTEXURAOS_INTERNAL_AUTH_TOKEN),
    leaseMs: own.INTEXURAOS_OPERATION_LEASE_MS,
    crashAt: own.INTEXURAOS_CRASH_AT ?? null,
    apiUrls: Object.fromEntries(
      platforms.flatMap(({ name }) => {
        const url = urls[apiUrlVariable(name)];
        return url === undefined ? [] : [[name, url]];
      }),
    ),
  };
}

/** A secret of its own that needs no variable of its own. */
const derived = (token: string) => createHmac('sha256', token).update('callbacks').digest('base64url');
