import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';
import { consentPage } from './consent-page.ts';
import { createMemoryAdapter } from './memory-adapter.ts';

export interface OAuthServerSettings {
  readonly port?: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** How long access tokens live; an hour unless said. */
  readonly tokenSeconds?: number;
}

/** An authorization server on this machine: PKCE checked, refresh tokens rotated, each used once. */
export interface OAuthServer {
  readonly url: string;
  /** How many calls of the token endpoint have arrived. */
  readonly tokenCalls: () => number;
  close(): Promise<void>;
}

const accountId = 'test-person';
const account = 'account';

/** One for all servers of a process: making one takes a second. */
const signingKey = generateKeyPair('RS256', { extractable: true }).then(async ({ privateKey }) => ({
  ...(await exportJWK(privateKey)),
  alg: 'RS256',
  use: 'sig',
}));

export async function serveOAuth(settings: OAuthServerSettings): Promise<OAuthServer> {
  let tokenCalls = 0;
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => {
    if (request.url === '/token') tokenCalls += 1;
    request.url = withScope(request.url ?? '');
    handle(request, response);
  });
  const url = await listening(server, settings.port ?? 0);
  const provider = new Provider(url, await configurationOf(settings));
  nameTokens(provider);
  const serve = provider.callback();
  handle = (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, request, response);
    else void serve(request, response);
  };
  return { url, tokenCalls: () => tokenCalls, close: () => closed(server) };
}

/** Some platforms have no scopes, this server has to have one. */
const withScope = (url: string) =>
  url.startsWith('/authorize?') && !/[?&]scope=/.test(url) ? `${url}&scope=${account}` : url;

/** What the stand-ins take, and what must be found in no log and no file. */
function nameTokens(provider: Provider): void {
  for (const { prototype } of [provider.AccessToken, provider.RefreshToken]) {
    const usual: unknown = Reflect.get(prototype, 'generateTokenId');
    if (typeof usual !== 'function') throw new Error('oidc-provider names its tokens in another way now');
    Object.defineProperty(prototype, 'generateTokenId', {
      value(this: object) {
        return `canary-${String(Reflect.apply(usual, this, []))}`;
      },
    });
  }
}

/** Shows the question, and takes the answer of the person in front of the page. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const clientId = String(params['client_id']);
  const scope = typeof params['scope'] === 'string' ? params['scope'] : '';
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return void response.end(consentPage(clientId, scope.split(' ').filter(Boolean)));
  }
  const isAllowed = new URLSearchParams(await text(request)).get('answer') === 'allow';
  if (!isAllowed) return provider.interactionFinished(request, response, { error: 'access_denied' });
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(scope);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId }, consent });
}

async function configurationOf(settings: OAuthServerSettings): Promise<Configuration> {
  const { clientId, clientSecret, redirectUri, scopes, tokenSeconds = 3_600 } = settings;
  const dayS = 86_400;
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [await signingKey] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        // `native` is what may be called back over plain http on this machine (RFC 8252 7.3).
        application_type: redirectUri.startsWith('https:') ? 'web' : 'native',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        scope: [account, ...scopes].join(' '),
      },
    ],
    scopes: [account, ...scopes],
    cookies: { keys: [clientSecret] },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_, { clientId: by }, token) => token.clientId === by },
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    pkce: { required: () => true },
    routes: { authorization: '/authorize', token: '/token', revocation: '/revoke' },
    ttl: {
      AccessToken: tokenSeconds,
      AuthorizationCode: 60,
      RefreshToken: dayS,
      Session: dayS,
      Grant: dayS,
      Interaction: 600,
    },
  };
}
