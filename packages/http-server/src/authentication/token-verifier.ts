import { AppError, type Clock } from '@intexuraos/kernel';
import { errors, type JSONWebKeySet, type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose';
import { keyFetchTimeoutMs, keySource } from './key-set.ts';
import { unauthorized } from './refusals.ts';
import { TokenCache } from './token-cache.ts';

/** Signatures only: a shared secret in this list would let a public key sign. */
export type Algorithm = 'RS256' | 'ES256' | 'EdDSA';

export interface TokenRules<T> {
  readonly issuers: readonly string[];
  readonly jwks: string | JSONWebKeySet;
  readonly algorithms: readonly Algorithm[];
  readonly clock: Clock;
  /** How long the issuer may take to send its keys; 5 s unless said. */
  readonly keyFetchTimeoutMs?: number;
  /** What the token says to us; throws UNAUTHORIZED when it says too little. */
  read(claims: TimedClaims, header: JWTVerifyResult['protectedHeader']): T;
}

export interface TimedClaims extends JWTPayload {
  readonly iat: number;
  readonly exp: number;
}

export const toleranceSeconds = 30;

const isTimed = (claims: JWTPayload): claims is TimedClaims =>
  typeof claims.iat === 'number' && typeof claims.exp === 'number';

/** Messages of JOSE errors may hold the token or its claims; their codes do not. */
const reasonOf = (error: unknown) => (error instanceof errors.JOSEError ? error.code : 'not verifiable');

/** Verifies signature, issuer and times, and remembers the result until the token ends, five minutes at most. */
export function createTokenVerifier<T>(rules: TokenRules<T>): (token: string) => Promise<T> {
  const { clock } = rules;
  const keys = keySource(rules.jwks, clock, rules.keyFetchTimeoutMs ?? keyFetchTimeoutMs);
  const seen = new TokenCache<T>(clock);
  const options = { algorithms: [...rules.algorithms], issuer: [...rules.issuers], clockTolerance: toleranceSeconds };
  const verified = async (token: string) => {
    try {
      return await jwtVerify(token, keys, { ...options, currentDate: new Date(clock.now()) });
    } catch (error) {
      throw error instanceof AppError ? error : unauthorized(reasonOf(error));
    }
  };
  return async (token) => {
    const known = seen.get(token);
    if (known !== undefined) return known;
    const { payload, protectedHeader } = await verified(token);
    if (!isTimed(payload)) throw unauthorized('no iat or exp');
    if (payload.iat * 1000 > clock.now() + toleranceSeconds * 1000) throw unauthorized('issued in the future');
    const value = rules.read(payload, protectedHeader);
    seen.set(token, value, (payload.exp + toleranceSeconds) * 1000);
    return value;
  };
}
