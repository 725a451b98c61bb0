import type { Callers } from '../define.ts';

/** The two header values that can carry an identity, as they arrived; what came twice is joined with a comma. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly internalAuth: string | undefined;
}

/**
 * Who is calling, by the way an endpoint lets callers in. Each throws UNAUTHORIZED for missing or invalid credentials,
 * FORBIDDEN for valid ones of somebody else, UNAVAILABLE while the issuer's keys cannot be had.
 */
export interface Authenticator {
  user(credentials: Credentials): Promise<Callers['user']>;
  /** As `user`; FORBIDDEN for a person without the operator's right. */
  operator(credentials: Credentials): Promise<Callers['operator']>;
  /** As `user`; nobody where there is no token. */
  visitor(credentials: Credentials): Promise<Callers['visitor']>;
  service(credentials: Credentials): Promise<Callers['service']>;
  /** A service where the internal header is, or the token is Google's; else as `user`. */
  caller(credentials: Credentials): Promise<Callers['caller']>;
  scheduler(credentials: Credentials): Promise<Callers['scheduler']>;
  /** Pub/Sub's push account, or a service. */
  push(credentials: Credentials): Promise<Callers['service']>;
  /** The full name that a push to the subscription must bear: `projects/my-project/subscriptions/actions-queue`. */
  subscription(name: string): string;
}
