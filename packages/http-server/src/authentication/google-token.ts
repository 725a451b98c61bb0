import type { Clock } from '@intexuraos/kernel';
import type { JSONWebKeySet } from 'jose';
import { forbidden, unauthorized } from './refusals.ts';
import { createTokenVerifier, toleranceSeconds } from './token-verifier.ts';

/** Who may call a group of routes, and the audience their tokens must bear. */
export interface GoogleGroup {
  readonly audience: string;
  /** Service accounts, exactly as Google writes them. */
  readonly emails: readonly string[];
}

export interface GoogleTokens {
  readonly issuers?: readonly string[];
  readonly jwks?: string | JSONWebKeySet;
  /** Pub/Sub's push account. */
  readonly push?: GoogleGroup;
  /** Cloud Scheduler's account. */
  readonly scheduler?: GoogleGroup;
  /** Our own services' accounts. */
  readonly service?: GoogleGroup;
  /** Before a subscription's own name: `projects/my-project/subscriptions/`. */
  readonly subscriptionPrefix: string;
}

const issuers = ['https://accounts.google.com', 'accounts.google.com'];
const jwks = 'https://www.googleapis.com/oauth2/v3/certs';
const lifetimeMaxSeconds = 3600 + toleranceSeconds;

/**
 * Google's OIDC tokens: https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions.
 * Google signs for every customer's accounts, so the address decides, and only when Google has verified it.
 */
export function googleTokenVerifier(tokens: GoogleTokens, clock: Clock) {
  const verify = createTokenVerifier({
    issuers: tokens.issuers ?? issuers,
    jwks: tokens.jwks ?? jwks,
    algorithms: ['RS256'],
    clock,
    read: (claims) => {
      if (claims.exp - claims.iat > lifetimeMaxSeconds) throw unauthorized('lives too long');
      return { audience: claims.aud, email: claims['email'], isVerified: claims['email_verified'] === true };
    },
  });
  /** The account's address, when it belongs to one of the groups. */
  return async (token: string, groups: readonly (GoogleGroup | undefined)[]): Promise<string> => {
    const { audience, email, isVerified } = await verify(token);
    const meant = groups.filter((group) => group !== undefined).filter((group) => group.audience === audience);
    if (meant.length === 0) throw unauthorized('for another audience');
    if (!isVerified) throw forbidden('address not verified');
    if (typeof email !== 'string' || !meant.some(({ emails }) => emails.includes(email))) {
      throw forbidden('address not on the list');
    }
    return email;
  };
}
