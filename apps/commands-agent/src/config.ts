import { type Environment, parseEnvironment, secret } from '@intexuraos/http-server';
import { actionsAgent } from '@intexuraos/internal-clients/actions-agent';
import { userService } from '@intexuraos/internal-clients/user-service';
import { z } from 'zod';

/** Where `INTEXURAOS_CRASH_AT` may end the process. */
export { crashPointNames } from './ports.ts';

const HttpUrl = z.url({ protocol: /^https?$/ });

/** Every variable that this service reads. */
export const Variables = z.object({
  INTEXURAOS_ACTIONS_AGENT_URL: HttpUrl.describe('the address of actions-agent'),
  INTEXURAOS_USER_SERVICE_URL: HttpUrl.describe('the address of user-service'),
  INTEXURAOS_INTERNAL_AUTH_TOKEN: secret(32).describe('what the neighbours are called with'),
  INTEXURAOS_LLM_LOOPBACK_URLS: z
    .enum(['true', 'false'])
    .default('false')
    .describe('whether a person’s language model may be on this machine'),
  INTEXURAOS_CRASH_AT: z.string().optional().describe('`point:n` ends the process there, for crash tests'),
});

export interface CommandsAgentConfig {
  readonly neighbours: { readonly urls: Readonly<Record<string, string>>; readonly internalAuthToken: string };
  /** Whether a language model on this very machine may be asked. */
  readonly loopbackAllowed: boolean;
  /** `name:n`: end the process the n-th time it comes there; for crash tests. */
  readonly crashAt: string | null;
}

/** The environment, parsed once. Throws ConfigError naming everything that is missing or malformed. */
export function readCommandsAgentConfig(env: Environment): CommandsAgentConfig {
  const given = parseEnvironment(Variables, env);
  return {
    neighbours: {
      urls: {
        [actionsAgent.urlEnv]: given.INTEXURAOS_ACTIONS_AGENT_URL,
        [userService.urlEnv]: given.INTEXURAOS_USER_SERVICE_URL,
      },
      internalAuthToken: given.INTEXURAOS_INTERNAL_AUTH_TOKEN,
    },
    loopbackAllowed: given.INTEXURAOS_LLM_LOOPBACK_URLS === 'true',
    crashAt: given.INTEXURAOS_CRASH_AT ?? null,
  };
}
