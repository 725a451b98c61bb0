import type { User, UserManager } from 'oidc-client-ts';
import type { OidcSettings } from '../config.ts';
import type { SessionStore } from './session.ts';

/** The provider, or the person there, said no; or its yes led to no session. */
export type OidcFailure = 'refused' | 'unfinished';

/** Signing in at an identity provider: authorization code with PKCE. Its library is loaded when it is needed. */
export interface OidcSignIn {
  /** Leaves the page; the provider sends the person back to where they were. */
  begin(): Promise<void>;
  /** After the provider sent the person back, if it did. Never rejects: whoever was refused can begin again. */
  finish(): Promise<void>;
  /** Why the person who was sent back is not signed in; null for no such thing. */
  failure(): OidcFailure | null;
}

/** Where in this tab the person was before they left it. */
const placeKey = 'intexuraos.place';

const isAnswer = (query: URLSearchParams) => query.has('state') && (query.has('code') || query.has('error'));

export function createOidcSignIn(settings: OidcSettings, session: SessionStore): OidcSignIn {
  const home = `${location.origin}${location.pathname}`;
  let failure: OidcFailure | null = null;

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
    async begin() {
      sessionStorage.setItem(placeKey, location.hash);
      await (await manager()).signinRedirect();
    },
    async finish() {
      const query = new URLSearchParams(location.search);
      if (!isAnswer(query)) return;
      try {
        session.set(sessionOf(await (await manager()).signinRedirectCallback()));
      } catch {
        failure = query.get('error') === 'access_denied' ? 'refused' : 'unfinished';
      }
      history.replaceState(null, '', `${home}${sessionStorage.getItem(placeKey) ?? ''}`);
    },
    failure: () => failure,
  };
}

const sessionOf = ({ access_token: token, profile, expires_at: expiresAt }: User) => ({
  token,
  userId: profile.sub,
  expiresAt: new Date((expiresAt ?? 0) * 1000).toISOString(),
});
