import type { OAuthProvider } from '@intexuraos/connectors';
import { type AccountSecret, isDue, isOver, isRefused, type OAuthSecret } from '../domain/account-secret.ts';
import type { Tokens } from '../domain/oauth-exchange.ts';
import type { ActionEnginePorts, KeptConnection, OpenedConnection } from '../ports.ts';
import { expired, notNow } from './account-errors.ts';

export type RenewalPorts = Pick<ActionEnginePorts, 'connections' | 'oauthServers' | 'clock' | 'log'>;

/** Longer than any answer is waited for. */
const leaseMs = 30_000;
const pollMs = 100;

export interface Renewal {
  readonly provider: OAuthProvider | null;
  /** The credentials that the platform just refused; undefined: none were. */
  readonly refused: unknown;
}

/**
 * A secret that works, renewed by whoever is first: one at a time for each account over all instances, because a token
 * that is renewed twice at once is lost. Throws a ConnectorError when the person has to connect the account anew.
 */
export async function renewSecret(
  ports: RenewalPorts,
  first: OpenedConnection,
  renewal: Renewal,
): Promise<AccountSecret> {
  let opened = first;
  while (needsRenewal(opened.secret, renewal.refused, ports.clock.now())) {
    const { secret } = opened;
    if (renewal.provider === null || secret.kind === 'entered' || secret.refreshToken === null)
      throw await lost(ports, opened);
    const leased = await ports.connections.beginRenewal(opened, leaseMs);
    if (leased !== null) return renewed(ports, leased, { ...renewal, provider: renewal.provider, secret });
    if (stillWorks(secret, renewal.refused, ports.clock.now())) return secret;
    await ports.clock.sleep(pollMs);
    opened = await reopened(ports, opened);
  }
  return opened.secret;
}

export const needsRenewal = (secret: AccountSecret, refused: unknown, now: number): boolean =>
  isRefused(secret, refused) || isDue(secret, now) || isOver(secret, now);

const stillWorks = (secret: AccountSecret, refused: unknown, now: number) =>
  !isRefused(secret, refused) && !isOver(secret, now);

async function reopened({ connections }: RenewalPorts, { connection }: OpenedConnection): Promise<OpenedConnection> {
  const opened = await connections.open(connection.userId, connection.id);
  if (opened === null || opened.connection.health === 'needs_reconnect') throw expired(connection);
  return opened;
}

interface Leased extends Renewal {
  readonly provider: OAuthProvider;
  readonly secret: OAuthSecret & { readonly refreshToken: string | null };
}

async function renewed(ports: RenewalPorts, leased: KeptConnection, of: Leased): Promise<AccountSecret> {
  const { connections, oauthServers, clock, log } = ports;
  const { connection } = leased;
  const answer = await oauthServers.refresh(of.provider, of.secret.refreshToken ?? '');
  if (answer.outcome === 'tokens') return saved(ports, leased, renewedSecret(of.secret, answer.tokens, clock.now()));
  if (answer.outcome === 'refused') throw await lost(ports, leased);
  log.warn(
    { connectionId: connection.id, platform: connection.platform, reason: answer.reason },
    'a token was not renewed',
  );
  await connections.endRenewal(leased);
  if (stillWorks(of.secret, of.refused, clock.now())) return of.secret;
  throw notNow(connection);
}

const renewedSecret = (before: OAuthSecret, tokens: Tokens, now: number): OAuthSecret => ({
  kind: 'oauth',
  accessToken: tokens.accessToken,
  refreshToken: tokens.refreshToken ?? before.refreshToken,
  obtainedAt: now,
  expiresAt: tokens.expiresInMs === null ? null : now + tokens.expiresInMs,
});

/** The old token may be worth nothing by now, so the new one is kept whatever else somebody changed meanwhile. */
async function saved({ connections, clock }: RenewalPorts, leased: KeptConnection, secret: OAuthSecret) {
  const { userId, id } = leased.connection;
  for (let kept: KeptConnection | null = leased; kept !== null; kept = await connections.get(userId, id)) {
    if (await connections.change(kept, { secret, now: clock.now() })) return secret;
  }
  throw expired(leased.connection);
}

/** Marks the connection, once; the error is for the person. */
async function lost({ connections, clock, log }: RenewalPorts, of: KeptConnection) {
  const { connection } = of;
  const change = { connection: { health: 'needs_reconnect' }, now: clock.now() } as const;
  for (
    let kept: KeptConnection | null = of;
    kept !== null;
    kept = await connections.get(connection.userId, connection.id)
  ) {
    if (await connections.change(kept, change)) break;
  }
  log.warn({ connectionId: connection.id, platform: connection.platform }, 'an account has to be connected anew');
  return expired(connection);
}
