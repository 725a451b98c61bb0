import type { Account } from '@intexuraos/connectors';
import { AppError } from '@intexuraos/kernel';
import { type AccountSecret, credentialsOf } from '../domain/account-secret.ts';
import type { Connection } from '../domain/connection.ts';
import type { Accounts, OpenedConnection } from '../ports.ts';
import { expired, notNow } from './account-errors.ts';
import { connectorNamed } from './known-connector.ts';
import { needsRenewal, type RenewalPorts, renewSecret } from './renew-secret.ts';

/** More often than that, the last use is not written down. */
const useNotedEveryMs = 60_000;

/** The way to people's accounts; in one process, all who need the same secret renewed wait for the same answer. */
export function createAccounts(ports: RenewalPorts): Accounts {
  const renewals = new Map<string, Promise<AccountSecret>>();
  const shared = (id: string, renew: () => Promise<AccountSecret>) => {
    const renewal = renewals.get(id) ?? renew().finally(() => renewals.delete(id));
    renewals.set(id, renewal);
    return renewal;
  };

  const secretOf = async (connection: Connection, refused: unknown): Promise<AccountSecret> => {
    const opened = await open(ports, connection);
    if (opened.connection.health === 'needs_reconnect') throw expired(connection);
    if (!needsRenewal(opened.secret, refused, ports.clock.now())) return opened.secret;
    const provider = connectorNamed(connection.platform)?.oauth ?? null;
    // Who was refused waits with others who were refused the same, not with those whose token only gets old.
    const key = JSON.stringify([connection.id, refused]);
    return shared(key, () => renewSecret(ports, opened, { provider, refused }));
  };

  return {
    async find(userId, platform, connectionId) {
      const connection =
        connectionId === null
          ? lastUsed(await ports.connections.list(userId), platform)
          : ((await ports.connections.get(userId, connectionId))?.connection ?? null);
      if (connection?.platform !== platform) return null;
      return accountOf(connection, async (refused) => {
        const secret = await secretOf(connection, refused);
        await noteUse(ports, connection);
        return credentialsOf(secret);
      });
    },
  };
}

const accountOf = ({ id, settings }: Connection, credentials: Account['credentials']): Account => ({
  id,
  settings,
  credentials,
});

function lastUsed(connections: readonly Connection[], platform: string): Connection | null {
  const [first = null] = connections
    .filter((connection) => connection.platform === platform)
    .toSorted((a, b) => rank(b) - rank(a) || (b.lastUsedAt ?? b.connectedAt) - (a.lastUsedAt ?? a.connectedAt));
  return first;
}

const rank = ({ health }: Connection) => (health === 'healthy' ? 1 : 0);

/** What goes wrong here goes wrong before the platform was asked for anything. */
async function open({ connections, log }: RenewalPorts, connection: Connection): Promise<OpenedConnection> {
  try {
    const opened = await connections.open(connection.userId, connection.id);
    if (opened !== null) return opened;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'INTERNAL_ERROR') throw notNow(connection, error);
    log.error({ connectionId: connection.id, err: error }, 'the secret of a connection does not open');
  }
  throw expired(connection);
}

async function noteUse(
  { connections, clock, log }: RenewalPorts,
  { userId, id, lastUsedAt }: Connection,
): Promise<void> {
  const now = clock.now();
  if (now - (lastUsedAt ?? 0) < useNotedEveryMs) return;
  await connections
    .noteUse(userId, id, now)
    .catch((error: unknown) => log.warn({ connectionId: id, err: error }, 'the use of a connection was not noted'));
}
