import type { OAuthProvider } from '@intexuraos/connectors';
import type { AuthorizationServer, Client, ClientAuth } from 'oauth4webapi';
import * as oauth from 'oauth4webapi';
import type { OAuthClient } from '../../ports.ts';

/** One provider as the OAuth library sees it. */
export interface Place {
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly auth: ClientAuth;
  readonly scopeSeparator: string;
  readonly tokenBody: 'json' | 'form';
}

/** What is peculiar to a provider holds for its own server only. */
export function placeOf(provider: OAuthProvider, client: OAuthClient): Place {
  const { clientId, clientSecret, serverUrl } = client;
  const { scopeSeparator = ' ', tokenBody = 'form', clientAuth } = provider;
  const authWith = (method: OAuthProvider['clientAuth']) =>
    clientSecret === null ? oauth.None() : authMethods[method](clientSecret);
  const of = { client: { client_id: clientId } };
  return serverUrl === null
    ? { ...of, server: ownServer(provider), auth: authWith(clientAuth), scopeSeparator, tokenBody }
    : {
        ...of,
        server: serverAt(serverUrl.replace(/\/+$/, '')),
        auth: authWith('client_secret_post'),
        scopeSeparator: ' ',
        tokenBody: 'form',
      };
}

const authMethods = {
  client_secret_post: oauth.ClientSecretPost,
  client_secret_basic: plainBasic,
} as const;

/**
 * As Notion documents it, https://developers.notion.com/docs/authorization: the id and the secret as they are. The
 * library encodes them first (RFC 6749 2.3.1), also the dashes of a UUID, which only a server that decodes understands.
 */
function plainBasic(secret: string): ClientAuth {
  return (_server, { client_id: id }, _body, headers) =>
    headers.set('authorization', `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`);
}

/** Whoever names no issuer cannot sign answers with one (RFC 9207), so any that comes is somebody else's. */
const ownServer = ({ issuer, authorizeUrl, tokenUrl, revokeUrl }: OAuthProvider): AuthorizationServer => ({
  issuer: issuer ?? new URL(authorizeUrl).origin,
  authorization_endpoint: authorizeUrl,
  token_endpoint: tokenUrl,
  ...(revokeUrl && { revocation_endpoint: revokeUrl }),
});

const serverAt = (url: string): AuthorizationServer => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  revocation_endpoint: `${url}/revoke`,
});
