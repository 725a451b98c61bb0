import { AppError } from '@intexuraos/kernel';
import type { AccountSecret } from '../domain/account-secret.ts';
import type { Connection } from '../domain/connection.ts';
import type { Tokens } from '../domain/oauth-exchange.ts';
import type { OAuthFlow } from '../domain/oauth-flow.ts';
import type { ActionEnginePorts } from '../ports.ts';
import { keepConnection } from './add-connection.ts';
import { changeConnection } from './change-connection.ts';
import { knownConnector } from './known-connector.ts';

type Ports = Pick<ActionEnginePorts, 'connections' | 'oauthFlows' | 'oauthServers' | 'clock' | 'random' | 'log'>;

export interface CameBack {
  readonly state: string;
  readonly code: string | undefined;
  readonly iss: string | undefined;
  /** What the platform says instead of a code: `access_denied`. */
  readonly error: string | undefined;
  /** Who calls, where a token says so. */
  readonly userId: string | null;
  /** The browser, by its cookie. */
  readonly session: string | null;
}

/**
 * Stores what the platform gives for the code. Throws INVALID_REQUEST for a visit that was not begun here, by this person
 * and in this browser, and for a code that is worth nothing; DOWNSTREAM_ERROR when the platform does not answer.
 */
export async function finishOAuth(ports: Ports, back: CameBack): Promise<Connection> {
  const flow = await ports.oauthFlows.get(back.state);
  if (
    flow === null ||
    flow.expiresAt <= ports.clock.now() ||
    !isTheirs(flow, back) ||
    !(await ports.oauthFlows.end(back.state))
  )
    throw strange();
  const { oauth: provider, title } = knownConnector(flow.platform);
  if (provider === null) throw strange();
  if (back.code === undefined) throw new AppError('INVALID_REQUEST', `${title} was not connected: ${back.error}`);
  const { state, code, iss = null } = back;
  const { codeVerifier, redirectUri } = flow;
  const answer = await ports.oauthServers.redeem(provider, { state, code, iss, codeVerifier, redirectUri });
  if (answer.outcome === 'tokens') return keep(ports, flow, answer.tokens);
  ports.log.warn({ platform: flow.platform, ...answer }, 'an account was not connected');
  if (answer.outcome === 'refused')
    throw new AppError('INVALID_REQUEST', `${title} does not take this answer any more: begin again`);
  throw new AppError('DOWNSTREAM_ERROR', `${title} could not be asked for the tokens (${answer.reason}): begin again`);
}

/** Whoever shows who they are needs no cookie; a cookie of another browser is refused all the same. */
const isTheirs = (flow: OAuthFlow, { userId, session }: CameBack) =>
  (userId !== null || session !== null) &&
  (userId === null || userId === flow.userId) &&
  (session === null || session === flow.session);

/** The same words for all of them: a stranger learns nothing. */
const strange = () =>
  new AppError(
    'INVALID_REQUEST',
    'This answer belongs to no connection that was begun here: begin again in this browser',
  );

async function keep(ports: Ports, flow: OAuthFlow, tokens: Tokens): Promise<Connection> {
  const secret: AccountSecret = {
    kind: 'oauth',
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
    obtainedAt: ports.clock.now(),
    expiresAt: tokens.expiresInMs === null ? null : ports.clock.now() + tokens.expiresInMs,
  };
  const { userId, platform, label, connectionId } = flow;
  const scopes = tokens.scopes ?? flow.scopes;
  if (connectionId === null) return keepConnection(ports, userId, { platform, label, settings: {}, scopes }, secret);
  return changeConnection(ports, userId, connectionId, { label, secret, scopes });
}
