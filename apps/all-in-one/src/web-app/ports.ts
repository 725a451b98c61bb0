import type { WebConfig } from '@intexuraos/contracts';
import type { IssuedToken } from '../first-start/local-issuer.ts';

/** The web app as one machine serves it, and the way in for its one person. */
export interface WebApp {
  /** Where it was built. */
  readonly directory: string;
  readonly config: WebConfig;
  /** Throws UNAUTHORIZED for another code than that of this start, RATE_LIMITED after too many tries. */
  signIn(code: string): Promise<SignedIn>;
}

export interface SignedIn extends IssuedToken {
  readonly userId: string;
}
