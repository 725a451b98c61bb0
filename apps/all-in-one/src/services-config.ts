import { readActionEngineConfig } from '@intexuraos/action-engine/config';
import { readActionsAgentConfig } from '@intexuraos/actions-agent/config';
import { readCommandsAgentConfig } from '@intexuraos/commands-agent/config';
import { type Environment, readAll } from '@intexuraos/http-server';
import { newSecret } from '@intexuraos/kernel';
import { readUserServiceConfig } from '@intexuraos/user-service/config';
import { readWhatsAppConfig } from '@intexuraos/whatsapp-service/config';
import { readWorkspaceConfig } from '@intexuraos/workspace/config';
import { environmentOf } from './environment.ts';

/** What every service read from one environment. Throws one ConfigError naming all that any of them cannot use. */
export function readServiceConfigs(env: Environment) {
  const [actionEngine, actionsAgent, commandsAgent, people, whatsapp, workspace] = readAll(
    () => readActionEngineConfig(env),
    () => readActionsAgentConfig(env),
    () => readCommandsAgentConfig(env),
    () => readUserServiceConfig(env),
    () => readWhatsAppConfig(env),
    () => readWorkspaceConfig(env),
  );
  return { actionEngine, actionsAgent, commandsAgent, whatsapp, people, workspace };
}

/** Throws as the services will, but before anything is opened or made: as if the first start had made its secrets. */
export function checkServiceVariables(given: Environment): void {
  const whatsapp = { appSecret: newSecret(), verifyToken: newSecret(), accessToken: newSecret() };
  const place = { baseUrl: 'http://127.0.0.1:8787', dataDir: '.data', given };
  const key = { kty: 'EC', kid: 'none' };
  const issuer = { publicKey: key, privateKey: key };
  readServiceConfigs(environmentOf(place, { internalAuthToken: newSecret(), whatsapp, issuer }));
}
