import { importJWK, SignJWT } from 'jose';
import type { Secrets } from './secrets.ts';

export const localIssuer = 'https://local.intexuraos.invalid/';
export const localAudience = 'intexuraos';
/** What an operator's token bears. */
export const localOperator = { name: 'scope', value: 'intexuraos:operate' } as const;

const dayMs = 24 * 60 * 60_000;

export interface IssuedToken {
  readonly token: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

interface Grant {
  readonly userId: string;
  readonly isOperator: boolean;
  readonly days: number;
}

/** An access token as any OIDC issuer would make it; the same verifier checks it as in the cloud. */
export async function issueUserToken({ issuer }: Secrets, { userId, isOperator, days }: Grant): Promise<IssuedToken> {
  const key = await importJWK(issuer.privateKey, 'ES256');
  const expiresAt = Date.now() + days * dayMs;
  const token = await new SignJWT(isOperator ? { [localOperator.name]: localOperator.value } : {})
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: issuer.privateKey.kid })
    .setIssuer(localIssuer)
    .setAudience(localAudience)
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(new Date(expiresAt))
    .sign(key);
  return { token, expiresAt };
}
