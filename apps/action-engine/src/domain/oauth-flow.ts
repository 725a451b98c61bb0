/** A person's visit to a platform to connect an account, from the start to the way back. */
export interface OAuthFlow {
  readonly userId: string;
  readonly platform: string;
  /** The connection that gets new tokens; null: a new one is made. */
  readonly connectionId: string | null;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** The browser that began it. */
  readonly session: string;
  /** RFC 7636. */
  readonly codeVerifier: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}
