import type { OAuthProvider } from '@intexuraos/connectors';
import { AppError } from '@intexuraos/kernel';
import * as oauth from 'oauth4webapi';
import type { Departure, Return, TokenAnswer } from '../../domain/oauth-exchange.ts';
import type { OAuthClient, OAuthServers } from '../../ports.ts';
import { plainFetch } from './plain-answers.ts';
import { type Place, placeOf } from './provider-places.ts';
import { tokensOf } from './tokens-of.ts';

/** The providers' servers over oauth4webapi; `clients` by the provider's name. */
export function createOAuthServers(clients: Readonly<Record<string, OAuthClient>>): OAuthServers {
  const placeAt = (provider: OAuthProvider): Place => {
    const client = Object.hasOwn(clients, provider.provider) ? clients[provider.provider] : undefined;
    if (client === undefined) throw notRegistered(provider);
    return placeOf(provider, client);
  };
  return {
    knows: ({ provider }) => Object.hasOwn(clients, provider),
    depart: (provider, to) => depart(provider, placeAt(provider), to),
    redeem: (provider, back) => redeem(placeAt(provider), back),
    refresh(provider, refreshToken) {
      const place = placeAt(provider);
      const { server, client, auth } = place;
      return answered(async () => {
        const response = await oauth.refreshTokenGrantRequest(server, client, auth, refreshToken, options(place));
        return oauth.processRefreshTokenResponse(server, client, response, { recognizedTokenTypes });
      });
    },
    async revoke(provider, token) {
      const place = placeAt(provider);
      const { server, client, auth } = place;
      if (server.revocation_endpoint === undefined) return false;
      try {
        await oauth.processRevocationResponse(
          await oauth.revocationRequest(server, client, auth, token, options(place)),
        );
        return true;
      } catch {
        return false;
      }
    },
  };
}

const notRegistered = ({ provider }: OAuthProvider) =>
  new AppError(
    'CONFLICT',
    `Accounts of ${provider} cannot be connected here yet: set INTEXURAOS_OAUTH_${provider.toUpperCase()}_CLIENT_ID`,
  );

/** The addresses come from the registry and the configuration, never from a person; only a test server is plain http. */
const options = ({ tokenBody }: Place) => ({
  [oauth.customFetch]: plainFetch(tokenBody),
  [oauth.allowInsecureRequests]: true,
});

/** Slack names what a token stands for: https://api.slack.com/methods/oauth.v2.access#examples */
const recognizedTokenTypes = { bot: () => undefined, user: () => undefined };

async function depart(
  { authorizeParameters = {} }: OAuthProvider,
  { server, client, scopeSeparator }: Place,
  { redirectUri, scopes }: Parameters<OAuthServers['depart']>[1],
): Promise<Departure> {
  const [state, codeVerifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
  const url = new URL(server.authorization_endpoint ?? '');
  const parameters = {
    ...authorizeParameters,
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: redirectUri,
    ...(scopes.length > 0 && { scope: scopes.join(scopeSeparator) }),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, state, codeVerifier };
}

async function redeem(place: Place, { state, code, iss, codeVerifier, redirectUri }: Return): Promise<TokenAnswer> {
  const { server, client, auth } = place;
  const came = new URLSearchParams({ state, code, ...(iss !== null && { iss }) });
  const checked = unlessFromElsewhere(() => oauth.validateAuthResponse(server, client, came, state));
  if (checked === null) return { outcome: 'refused' };
  return answered(async () => {
    const [how, of] = [options(place), [server, client] as const];
    const response = await oauth.authorizationCodeGrantRequest(...of, auth, checked, redirectUri, codeVerifier, how);
    return oauth.processAuthorizationCodeResponse(...of, response, { recognizedTokenTypes });
  });
}

function unlessFromElsewhere<T>(check: () => T): T | null {
  try {
    return check();
  } catch {
    return null;
  }
}

/** The library's errors may hold what came; only their codes go on. */
async function answered(ask: () => Promise<oauth.TokenEndpointResponse>): Promise<TokenAnswer> {
  try {
    return { outcome: 'tokens', tokens: tokensOf(await ask()) };
  } catch (error) {
    const reason = reasonOf(error);
    return worthless.has(reason) ? { outcome: 'refused' } : { outcome: 'unavailable', reason };
  }
}

/** RFC 6749 5.2: the code or token is worth nothing. */
const worthless = new Set(['invalid_grant']);

function reasonOf(error: unknown): string {
  if (error instanceof oauth.ResponseBodyError) return error.error;
  if (error instanceof oauth.OperationProcessingError) return error.code ?? error.name;
  if (error instanceof oauth.WWWAuthenticateChallengeError) return 'invalid_client';
  return 'no answer';
}
