import { AppError } from '@intexuraos/kernel';
import type { ActionEnginePorts } from '../ports.ts';
import { invalid } from './invalid.ts';
import { knownConnector } from './known-connector.ts';

type Ports = Pick<ActionEnginePorts, 'connections' | 'oauthFlows' | 'oauthServers' | 'redirectUri' | 'clock'>;

export interface WantedAccount {
  readonly userId: string;
  readonly platform: string;
  /** Undefined: all that the operations need. */
  readonly scopes: readonly string[] | undefined;
  readonly label: string | undefined;
  /** A connection of the person that gets new tokens. */
  readonly connectionId: string | undefined;
  /** The browser, by its cookie. */
  readonly session: string;
}

const flowMs = 10 * 60_000;

/** Where the person's browser goes next. Throws NOT_FOUND, VALIDATION_FAILED, or CONFLICT where no client is registered. */
export async function startOAuth(ports: Ports, wanted: WantedAccount): Promise<string> {
  const { connections, oauthFlows, oauthServers, redirectUri, clock } = ports;
  const { userId, platform, connectionId, session } = wanted;
  const connector = knownConnector(platform);
  const { oauth: provider } = connector;
  if (provider === null) throw new AppError('CONFLICT', `${connector.title} is connected by entering its credentials`);
  const known = Object.keys(provider.scopes);
  const scopes = wanted.scopes ?? known;
  const problems = scopes.flatMap((scope, at) =>
    known.includes(scope) ? [] : [{ path: `scopes.${at}`, message: `expected one of: ${known.join(', ')}` }],
  );
  if (problems.length > 0) throw invalid(problems);
  const renewed =
    connectionId === undefined ? null : ((await connections.get(userId, connectionId))?.connection ?? null);
  if (connectionId !== undefined && renewed?.platform !== platform)
    throw new AppError('NOT_FOUND', 'There is no such connection');
  const { url, state, codeVerifier } = await oauthServers.depart(provider, { redirectUri, scopes });
  const label = wanted.label ?? renewed?.label ?? connector.title;
  const expiresAt = clock.now() + flowMs;
  const flow = { userId, platform, connectionId: renewed?.id ?? null, label, scopes, redirectUri, session };
  await oauthFlows.begin(state, { ...flow, codeVerifier, expiresAt });
  return url;
}
