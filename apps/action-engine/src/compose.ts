import { createOperations } from '@intexuraos/connectors';
import { createQuota } from '@intexuraos/http-server';
import { openVault, type Platform } from '@intexuraos/platform';
import { createPublicAgents } from '@intexuraos/public-web';
import { createPasswords } from './adapters/argon2/passwords.ts';
import { createConnections } from './adapters/documents/connections.ts';
import { createLogins } from './adapters/documents/logins.ts';
import { createOAuthFlows } from './adapters/documents/oauth-flows.ts';
import { createPerformances } from './adapters/documents/performances.ts';
import { createAccessTokens } from './adapters/jose/access-tokens.ts';
import { createIdentities } from './adapters/jose/identities.ts';
import { newSecret } from './adapters/node-crypto/new-secret.ts';
import { createOAuthServers } from './adapters/oauth-servers/create-oauth-servers.ts';
import type { ActionEngineConfig } from './config.ts';
import { type ActionEngine, createActionEngine } from './service.ts';
import { createAccounts } from './use-cases/open-account.ts';

const minutes = 60_000;

/** A person may mistype a few times; a guesser has no use for so few tries. */
const loginRates = {
  login: { count: 10, windowMs: 5 * minutes },
  address: { count: 100, windowMs: 5 * minutes },
};

/** The one file of this app that names technology. */
export function composeActionEngine(config: ActionEngineConfig, { store, clock, random, log }: Platform): ActionEngine {
  const { apiUrls, simulated } = config;
  const agents = createPublicAgents(config);
  const vault = openVault(config.masterKeys);
  const accountPorts = {
    connections: createConnections(store, vault),
    oauthFlows: createOAuthFlows(store, vault),
    oauthServers: createOAuthServers(config.oauthClients),
    clock,
    random,
    log,
  };
  const service = createActionEngine({
    performances: createPerformances(store),
    ...accountPorts,
    accounts: createAccounts(accountPorts),
    redirectUri: config.redirectUri,
    defaultAccounts: config.defaultAccounts,
    newSecret,
    logins: createLogins(store),
    passwords: createPasswords(),
    accessTokens: config.login.issuer && createAccessTokens(config.login.issuer),
    identities: config.login.identityProvider && createIdentities(config.login.identityProvider),
    loginQuota: createQuota(loginRates, clock),
    operations: createOperations({ agents, apiUrls, clock, random }),
    simulated,
    ping: () => store.ping(),
  });
  const drain = async () => {
    await service.drain();
    await agents.close();
  };
  return { ...service, drain };
}
