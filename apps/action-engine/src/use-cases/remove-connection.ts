import { AppError } from '@intexuraos/kernel';
import type { Connection } from '../domain/connection.ts';
import type { ActionEnginePorts, OpenedConnection } from '../ports.ts';
import { connectorNamed } from './known-connector.ts';

type Ports = Pick<ActionEnginePorts, 'connections' | 'oauthServers' | 'log'>;

/**
 * Destroys the secret, and has the platform forget it where it can: says whether it did. Throws NOT_FOUND.
 * The secret goes whatever the platform says, and before it is asked, so that a crash cannot leave it behind.
 */
export async function removeConnection(ports: Ports, userId: string, id: string): Promise<{ revoked: boolean }> {
  const { connections, log } = ports;
  const opened = await connections.open(userId, id).catch((error: unknown) => {
    log.error({ connectionId: id, err: error }, 'the secret of a connection that is removed does not open');
    return null;
  });
  const others = (await connections.list(userId)).filter((connection) => connection.id !== id);
  if (!(await connections.remove(userId, id))) throw new AppError('NOT_FOUND', 'There is no such connection');
  return { revoked: opened !== null && (await revoke(ports, opened, others)) };
}

async function revoke({ oauthServers, log }: Ports, opened: OpenedConnection, others: readonly Connection[]) {
  const { connection, secret } = opened;
  const provider = connectorNamed(connection.platform)?.oauth;
  if (secret.kind === 'entered' || !provider || !oauthServers.knows(provider)) return false;
  // Google forgets all that a person allowed, not one token: the calendar would be lost with the mail.
  if (others.some((other) => isShared(other, connection.platform, provider.provider))) return false;
  const revoked = await oauthServers.revoke(provider, secret.refreshToken ?? secret.accessToken);
  if (!revoked) log.warn({ platform: connection.platform }, 'a platform did not revoke a token');
  return revoked;
}

const isShared = (other: Connection, platform: string, provider: string) =>
  other.platform !== platform && connectorNamed(other.platform)?.oauth?.provider === provider;
