import { createOperations } from '@intexuraos/connectors';
import { whatsappMessageSend } from '@intexuraos/contracts';
import { createQuota } from '@intexuraos/http-server';
import { createNeighbours } from '@intexuraos/internal-clients';
import { newSecret } from '@intexuraos/kernel';
import { createBackground, keepDeadLetter, openVault, type Platform } from '@intexuraos/platform';
import { createPublicAgents } from '@intexuraos/public-web';
import { createRequestApproval } from './adapters/actions-agent/request-approval.ts';
import { createPasswords } from './adapters/argon2/passwords.ts';
import { nextOf } from './adapters/croner/next-of.ts';
import { createPutAside } from './adapters/dead-letters/put-aside.ts';
import { createConnections } from './adapters/documents/connections.ts';
import { createLogins } from './adapters/documents/logins.ts';
import { createOAuthFlows } from './adapters/documents/oauth-flows.ts';
import { createPerformances } from './adapters/documents/performances.ts';
import { createSchedules } from './adapters/documents/schedules.ts';
import { createAccessTokens } from './adapters/jose/access-tokens.ts';
import { createIdentities } from './adapters/jose/identities.ts';
import { createOAuthServers } from './adapters/oauth-servers/create-oauth-servers.ts';
import { createCallbackSender } from './adapters/webhooks/callback-sender.ts';
import type { ActionEngineConfig } from './config.ts';
import { type ActionEngine, createActionEngine } from './service.ts';
import { createAccounts } from './use-cases/open-account.ts';

const minutes = 60_000;

/** A person may mistype a few times; a guesser has no use for so few tries. */
const loginRates = {
  login: { count: 10, windowMs: 5 * minutes },
  address: { count: 100, windowMs: 5 * minutes },
};

/** What has begun ends well before its lease does, so that nobody takes over what still runs: 25 s and 10 s of 60 s. */
const withinLease = (leaseMs: number) => ({ deadlineMs: (leaseMs * 5) / 12, attemptMs: leaseMs / 6 });

/** Every topic that this service publishes to. */
export const publishes = [whatsappMessageSend];

/** The one file of this app that names technology. */
export function composeActionEngine(config: ActionEngineConfig, platform: Platform): ActionEngine {
  const { store, publisher, clock, random, log, pace, identityToken } = platform;
  const { apiUrls, simulated, callbackSecret: secret, leaseMs } = config;
  const { deadlineMs, attemptMs } = withinLease(leaseMs);
  const agents = createPublicAgents(config);
  const neighbours = createNeighbours({ ...config.neighbours, ...(identityToken && { identityToken }), clock });
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
    schedules: createSchedules(store),
    nextOf,
    callbacks: createCallbackSender({ agents, secret, clock, deadlineMs: attemptMs }),
    putAside: createPutAside(keepDeadLetter(platform)),
    publisher,
    background: createBackground({ isAllowed: pace.worksAfterAnswer, atOnceMax: 64, log }),
    crashPoint: platform.crashPoint(config.crashAt),
    leaseMs,
    ...accountPorts,
    accounts: createAccounts(accountPorts),
    redirectUri: config.redirectUri,
    defaultAccounts: config.defaultAccounts,
    webAppUrl: config.webAppUrl,
    newSecret,
    logins: createLogins(store),
    passwords: createPasswords(),
    accessTokens: config.login.issuer && createAccessTokens(config.login.issuer),
    identities: config.login.identityProvider && createIdentities(config.login.identityProvider),
    loginQuota: createQuota(loginRates, clock),
    requestApproval: createRequestApproval(neighbours.connect),
    approvalFrom: config.approvalFrom,
    operations: createOperations({
      agents,
      privateHosts: config.privateHosts,
      apiUrls,
      clock,
      random,
      deadlineMs,
      attemptMs,
    }),
    simulated,
    ping: () => store.ping(),
  });
  const drain = async () => {
    await service.drain();
    await Promise.all([agents.close(), neighbours.close()]);
  };
  return { ...service, drain };
}
