import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { closed, listening } from '@intexuraos/testing';
import Provider, { type Adapter, type AdapterPayload, type Configuration, type JWK } from 'oidc-provider';

/** The web app, as the issuer knows it: a public client that proves itself with PKCE. */
export const webApp = { id: 'web-app', redirectUri: 'https://app.example/' } as const;

/** An API that tokens can be for. */
export const api = 'https://api.example';

export interface IssuerOptions {
  /** What it says that it is; its own address unless it lies. */
  readonly says?: string;
  /** What it signs with; a key of its own unless said. */
  readonly keys?: readonly JWK[];
}

/** A certified OpenID provider on a socket, in which people sign in without a password. */
export interface OidcIssuer {
  readonly url: string;
  readonly keys: readonly JWK[];
  /** An access token as it is given out at the end of a sign-in. */
  accessToken(sub: string, audience?: string): Promise<string>;
  /** Signs with a new key from now on; shows the old one still, or no more. */
  rotate(old: 'shown' | 'gone'): void;
  close(): Promise<void>;
}

export async function startOidcIssuer({ says, keys: given }: IssuerOptions = {}): Promise<OidcIssuer> {
  let listener: RequestListener = () => undefined;
  const server = createServer((request, response) => listener(request, response));
  const url = await listening(server);
  let keys = given ?? [newKey()];
  let provider = open();

  function open(): Provider {
    const made = createProvider(says ?? url, keys);
    listener = made.callback();
    return made;
  }

  return {
    url,
    get keys() {
      return keys;
    },
    accessToken: (sub, audience = api) => issue(provider, sub, audience),
    rotate(old) {
      keys = [newKey(), ...(old === 'shown' ? keys : [])];
      provider = open();
    },
    close: () => closed(server),
  };
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
}

const lifeSeconds = 3_600;

const resource = (audience: string) => ({
  scope: 'read',
  audience,
  accessTokenFormat: 'jwt' as const,
  jwt: { sign: { alg: 'RS256' as const } },
});

function createProvider(issuer: string, keys: readonly JWK[]): Provider {
  const configuration: Configuration = {
    adapter: createAdapter,
    jwks: { keys: [...keys] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    clients: [
      {
        client_id: webApp.id,
        redirect_uris: [webApp.redirectUri],
        token_endpoint_auth_method: 'none',
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    ttl: { AccessToken: lifeSeconds, Grant: lifeSeconds, IdToken: lifeSeconds, Interaction: 60, Session: lifeSeconds },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, audience) => resource(audience),
      },
    },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: webApp.id, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid');
      grant.addResourceScope(api, 'read');
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/sign-in/')) {
      await next();
      return;
    }
    const { params } = await provider.interactionDetails(context.req, context.res);
    const login = { accountId: String(params['login_hint']) };
    await provider.interactionFinished(context.req, context.res, { login });
    context.respond = false;
  });
  return provider;
}

/** What the issuer remembers of one kind of thing; its own one warns whoever starts it. */
function createAdapter(): Adapter {
  const kept = new Map<string, AdapterPayload>();
  const first = (field: 'uid' | 'userCode', value: string) => [...kept.values()].find((each) => each[field] === value);
  return {
    upsert: async (id, payload) => void kept.set(id, payload),
    find: async (id) => kept.get(id),
    findByUid: async (uid) => first('uid', uid),
    findByUserCode: async (code) => first('userCode', code),
    consume: async (id) => void kept.set(id, { ...kept.get(id), consumed: true }),
    destroy: async (id) => void kept.delete(id),
    revokeByGrantId: async () => undefined,
  };
}

async function issue(provider: Provider, accountId: string, audience: string): Promise<string> {
  const client = await provider.Client.find(webApp.id);
  if (client === undefined) throw new Error('the issuer does not know the web app');
  const token = new provider.AccessToken({
    accountId,
    client,
    grantId: randomUUID(),
    gty: 'authorization_code',
    scope: 'read',
  });
  token.resourceServer = new provider.ResourceServer(audience, resource(audience));
  return token.save();
}
