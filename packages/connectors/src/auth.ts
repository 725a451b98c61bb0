/** How accounts of a platform are connected by OAuth 2.0 (RFC 6749, RFC 7636), as the vendor's page says. */
export interface OAuthProvider {
  /** Connectors of one provider share a client: `google`. */
  readonly provider: string;
  readonly issuer?: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** RFC 7009; absent where the vendor offers none. */
  readonly revokeUrl?: string;
  /** The least that the operations need, each with the reason that a person is told. */
  readonly scopes: Readonly<Record<string, string>>;
  readonly scopeSeparator?: ' ' | ',';
  /** What the vendor wants besides, on the authorization URL. */
  readonly authorizeParameters?: Readonly<Record<string, string>>;
  /** Where the token endpoint takes JSON instead of a form. */
  readonly tokenBody?: 'json';
  readonly clientAuth: 'client_secret_post' | 'client_secret_basic';
}
