import type { TokenEndpointResponse } from 'oauth4webapi';
import type { Tokens } from '../../domain/oauth-exchange.ts';

/** Providers that have commas between scopes where they are asked for have them in the answer too. */
const betweenScopes = /[ ,]+/;

export const tokensOf = (answer: TokenEndpointResponse): Tokens => ({
  accessToken: answer.access_token,
  refreshToken: answer.refresh_token ?? null,
  expiresInMs: answer.expires_in === undefined ? null : answer.expires_in * 1_000,
  scopes: answer.scope === undefined ? null : answer.scope.split(betweenScopes).filter((scope) => scope !== ''),
});
