import { importJWK, type JWK, SignJWT } from 'jose';
import type { AccessTokens } from '../../ports.ts';

/** What this issuer signs with, and what is in what it signs. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly privateKey: JWK & { readonly kid: string };
  readonly operator: { readonly name: string; readonly value: string };
}

const tokenSeconds = 3_600;

/** Access tokens as any OIDC issuer would make them (RFC 9068): the same verifier checks them as all others. */
export function createAccessTokens({ issuer, audience, privateKey, operator }: IssuerSettings): AccessTokens {
  const key = importJWK(privateKey, 'ES256');
  const { d: _, ...publicKey } = privateKey;
  return {
    seconds: tokenSeconds,
    keys: [{ ...publicKey, alg: 'ES256', use: 'sig' }],
    issue: async ({ userId, isOperator }, now) => {
      const iat = Math.floor(now / 1_000);
      return new SignJWT(isOperator ? { [operator.name]: operator.value } : {})
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: privateKey.kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(userId)
        .setIssuedAt(iat)
        .setExpirationTime(iat + tokenSeconds)
        .sign(await key);
    },
  };
}
