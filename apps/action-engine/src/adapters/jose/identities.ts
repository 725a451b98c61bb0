import { UserId } from '@intexuraos/contracts';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Identities } from '../../ports.ts';

export interface IdentityProvider {
  readonly issuer: string;
  /** The client id that the provider knows the sign-in page as. */
  readonly audience: string;
  readonly jwksUrl: string;
}

/** Signatures only, and none that a public key could make. */
const algorithms = ['RS256', 'ES256', 'EdDSA'];

/** Who an OIDC provider's token says somebody is. */
export function createIdentities({ issuer, audience, jwksUrl }: IdentityProvider): Identities {
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 5_000 });
  const options = {
    issuer,
    audience,
    algorithms,
    clockTolerance: 30,
    maxTokenAge: '65m',
    requiredClaims: ['sub', 'exp'],
  };
  return {
    async userOf(token) {
      try {
        const { payload } = await jwtVerify(token, keys, options);
        return UserId.safeParse(payload.sub).data ?? null;
      } catch {
        // The library's messages may hold the token.
        return null;
      }
    },
  };
}
