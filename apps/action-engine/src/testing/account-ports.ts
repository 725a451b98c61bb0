import { type Clock, systemClock, systemRandom } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { createRecordingLogger, type RecordingLogger } from '@intexuraos/testing';
import { createVault, type Kek } from '@intexuraos/vault';
import { createConnections } from '../adapters/documents/connections.ts';
import { createOAuthServers } from '../adapters/oauth-servers/create-oauth-servers.ts';
import type { Accounts, Connections, OAuthClient, OAuthServers } from '../ports.ts';
import { createAccounts } from '../use-cases/open-account.ts';

export const testKek: Kek = { id: 'k1', key: Buffer.alloc(32, 7) };

/** The way to accounts, as one instance has it. */
export interface AccountPorts {
  readonly connections: Connections;
  readonly oauthServers: OAuthServers;
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly random: typeof systemRandom;
  readonly log: RecordingLogger;
}

export function accountPorts(
  store: Store,
  {
    clients = {},
    clock = systemClock,
    keks = [testKek],
  }: { clients?: Record<string, OAuthClient>; clock?: Clock; keks?: readonly Kek[] } = {},
): AccountPorts {
  const ports = {
    connections: createConnections(store, createVault({ keks })),
    oauthServers: createOAuthServers(clients),
    clock,
    random: systemRandom,
    log: createRecordingLogger(),
  };
  return { ...ports, accounts: createAccounts(ports) };
}
