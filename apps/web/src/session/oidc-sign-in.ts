import type { User, UserManager } from 'oidc-client-ts';
import type { OidcSettings } from '../config.ts';
import type { SessionStore } from './session.ts';

/** Signing in at an identity provider: authorization code with PKCE. Its library is loaded when it is needed. */
export interface OidcSignIn {
  /** Leaves the page; the provider sends the person back to where they were. */
  begin(): Promise<void>;
  /** After the provider sent the person back; false when it did not. */
  finish(): Promise<boolean>;
}

const isAnswer = (query: URLSearchParams) => query.has('state') && (query.has('code') || query.has('error'));

export function createOidcSignIn(settings: OidcSettings, session: SessionStore): OidcSignIn {
  const home = `${location.origin}${location.pathname}`;

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
      if (!isAnswer(new URLSearchParams(location.search))) return false;
      const user = await (await manager()).signinRedirectCallback();
      const hash = typeof user.state === 'string' ? user.state : '';
      history.replaceState(null, '', `${home}${hash}`);
      session.set(sessionOf(user));
      return true;
    },
  };
}

const sessionOf = ({ access_token: token, profile, expires_at: expiresAt }: User) => ({
  token,
  userId: profile.sub,
  expiresAt: new Date((expiresAt ?? 0) * 1000).toISOString(),
});
