import * as client from 'openid-client';
import { webApp } from './oidc-issuer.ts';

export interface SignedIn {
  readonly accessToken: string;
  readonly idToken: string;
}

/** Where the issuer says its keys are. */
export async function jwksUrlOf(issuer: string): Promise<string> {
  const { jwks_uri: url } = (await discovered(issuer)).serverMetadata();
  if (url === undefined) throw new Error('the issuer shows no keys');
  return url;
}

const discovered = (issuer: string) =>
  client.discovery(new URL(issuer), webApp.id, undefined, client.None(), {
    execute: [client.allowInsecureRequests],
  });

/** Authorization code with PKCE, as the web app and a browser do it. */
export async function signIn(issuer: string, person: string): Promise<SignedIn> {
  const config = await discovered(issuer);
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const begin = client.buildAuthorizationUrl(config, {
    redirect_uri: webApp.redirectUri,
    scope: 'openid read',
    login_hint: person,
    state,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const tokens = await client.authorizationCodeGrant(config, await browse(begin), {
    pkceCodeVerifier,
    expectedState: state,
  });
  if (tokens.id_token === undefined) throw new Error('the issuer gave no ID token');
  return { accessToken: tokens.access_token, idToken: tokens.id_token };
}

const hopsMax = 10;

/** Follows the issuer's redirects with its cookies, until it sends the person back to the web app. */
async function browse(start: URL): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = start;
  for (let hop = 0; hop < hopsMax; hop += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${at.pathname} answered ${response.status}: ${await response.text()}`);
    at = new URL(location, at);
    if (at.href.startsWith(webApp.redirectUri)) return at;
  }
  throw new Error('the issuer sends people in circles');
}
