import { uuidFromName } from '@intexuraos/kernel';
import type { AccountSecret } from '../domain/account-secret.ts';
import type { ActionEnginePorts, DefaultAccount } from '../ports.ts';
import { changeConnection } from './change-connection.ts';
import { knownConnector } from './known-connector.ts';

type Ports = Pick<ActionEnginePorts, 'connections' | 'clock'>;

/** Connects what the environment describes, once; what it says differently at a later start replaces what is kept. */
export async function importDefaults(ports: Ports, userId: string, accounts: readonly DefaultAccount[]): Promise<void> {
  for (const account of accounts) await importOne(ports, userId, account);
}

async function importOne(ports: Ports, userId: string, { platform, scopes, secret }: DefaultAccount): Promise<void> {
  const id = uuidFromName(JSON.stringify(['default connection', userId, platform]));
  const opened = await ports.connections.open(userId, id).catch(() => null);
  if (opened !== null && !differs(opened.secret, secret)) return;
  const label = `${knownConnector(platform).title} (environment)`;
  const facts = { id, userId, platform, label, settings: {}, scopes, health: 'healthy' as const };
  const connection = { ...facts, connectedAt: ports.clock.now(), lastUsedAt: null };
  if (!(await ports.connections.add(connection, secret))) await changeConnection(ports, userId, id, { secret, scopes });
}

/** Tokens are renewed here, so those in a file get old; a refresh token that is another one was consented to anew. */
function differs(kept: AccountSecret, found: AccountSecret): boolean {
  if (kept.kind === 'oauth' && found.kind === 'oauth') return kept.refreshToken !== found.refreshToken;
  return JSON.stringify(kept) !== JSON.stringify(found);
}
