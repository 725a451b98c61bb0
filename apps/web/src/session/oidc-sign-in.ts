import type { User, UserManager } from 'oidc-client-ts';
import type { OidcSettings } from '../config.ts';
import type { SessionStore } from './session.ts';

/** Signing in at an identity provider: authorization code with PKCE. Its library is loaded when it is needed. */
export interface OidcSignIn {
  /** Leaves the page; the provider sends the person back to where they were. */
  begin(): Promise<void>;
  /** After the provider sent the person back, if it did. Never rejects: whoever was refused can begin again. */
  finish(): Promise<void>;
  /** Whether the provider sent the person back without letting them in. */
  hasFailed(): boolean;
}

const isAnswer = (query: URLSearchParams) => query.has('state') && (query.has('code') || query.has('error'));

export function createOidcSignIn(settings: OidcSettings, session: SessionStore): OidcSignIn {
  const home = `${location.origin}${location.pathname}`;
  let hasFailed = false;

  async function manager(): Promise<UserManager> {
    const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
    return new UserManager({
      authority: settings.issuer,
      client_id: settings.clientId,
      redirect_uri: home,
      scope: settings.scope,
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: false,
      ...(settings.audience !== undefined && { extraQueryParams: { audience: settings.audience } }),
    });
  }

  return {
    begin: async () => (await manager()).signinRedirect({ state: location.hash }),
    async finish() {
      if (!isAnswer(new URLSearchParams(location.search))) return;
      try {
        const user = await (await manager()).signinRedirectCallback();
        const hash = typeof user.state === 'string' ? user.state : '';
        history.replaceState(null, '', `${home}${hash}`);
        session.set(sessionOf(user));
      } catch {
        hasFailed = true;
        history.replaceState(null, '', home);
      }
    },
    hasFailed: () => hasFailed,
  };
}

const sessionOf = ({ access_token: token, profile, expires_at: expiresAt }: User) => ({
  token,
  userId: profile.sub,
  expiresAt: new Date((expiresAt ?? 0) * 1000).toISOString(),
});
