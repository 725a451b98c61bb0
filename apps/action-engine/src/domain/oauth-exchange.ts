/** What a platform gave for a person's consent. */
export interface Tokens {
  readonly accessToken: string;
  /** Null where the old one stays valid, or there is none. */
  readonly refreshToken: string | null;
  readonly expiresInMs: number | null;
  /** Null: exactly those that were asked for. */
  readonly scopes: readonly string[] | null;
}

/** `refused`: the code or token is worth nothing. `unavailable`: nobody knows; try again later. */
export type TokenAnswer =
  | { readonly outcome: 'tokens'; readonly tokens: Tokens }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'unavailable'; readonly reason: string };

export interface Departure {
  readonly url: string;
  readonly state: string;
  readonly codeVerifier: string;
}

export interface Return {
  readonly state: string;
  readonly code: string;
  /** RFC 9207. */
  readonly iss: string | null;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}
