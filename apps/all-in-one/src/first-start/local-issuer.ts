import { importJWK, SignJWT } from 'jose';
import type { Secrets } from './secrets.ts';

export const localIssuer = 'https://local.intexuraos.invalid/';
export const localAudience = 'intexuraos';
const tokenLifetime = '365d';

/** An access token as any OIDC issuer would make it; the same verifier checks it as in the cloud. */
export async function issueUserToken({ issuer }: Secrets, userId: string): Promise<string> {
  const key = await importJWK(issuer.privateKey, 'ES256');
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: issuer.privateKey.kid })
    .setIssuer(localIssuer)
    .setAudience(localAudience)
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(tokenLifetime)
    .sign(key);
}
