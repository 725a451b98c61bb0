import { createServer } from 'node:http';
import { type Clock, systemClock } from '@intexuraos/kernel';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { closed, listening } from './loopback.ts';

/** Overrides the claims that a Google service account's token always has; `undefined` leaves one out. */
export interface TokenClaims {
  readonly aud: string | string[];
  readonly [claim: string]: unknown;
}

/**
 * An OIDC issuer on the loopback interface: real RS256 tokens, and a JWKS over HTTP that the verifier under test fetches
 * as it would Google's. Its private key never leaves this process.
 */
export interface TokenIssuer {
  /** The `iss` of its tokens: its own address. */
  readonly issuer: string;
  readonly jwksUrl: string;
  /** How often the JWKS was fetched. */
  readonly jwksFetches: number;
  /**
   * A token shaped like those of Pub/Sub push and Cloud Scheduler, valid for an hour
   * (https://docs.cloud.google.com/pubsub/docs/authenticate-push-subscriptions). `kid` lies about the key.
   */
  mint(claims: TokenClaims, header?: { readonly kid?: string }): Promise<string>;
  /** Signs with a new key from now on; the old one stays in the JWKS. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function createTokenIssuer(options: { readonly clock?: Clock } = {}): Promise<TokenIssuer> {
  const { clock = systemClock } = options;
  const first = await newKey(1);
  const keys = [first];
  let current = first;
  let jwksFetches = 0;
  const server = createServer((_request, response) => {
    jwksFetches += 1;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }));
  });
  const issuer = await listening(server);
  // It does not keep the process alive.
  server.unref();

  return {
    issuer,
    jwksUrl: `${issuer}/jwks`,
    get jwksFetches() {
      return jwksFetches;
    },
    mint(claims, { kid = current.kid } = {}) {
      const iat = Math.floor(clock.now() / 1_000);
      const usual = { iss: issuer, sub: '1234567890', azp: '1234567890', email_verified: true, iat, exp: iat + 3_600 };
      return new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .sign(current.privateKey);
    },
    async rotate() {
      current = await newKey(keys.length + 1);
      keys.push(current);
    },
    close: () => closed(server),
  };
}

async function newKey(number: number): Promise<SigningKey> {
  const kid = `key-${number}`;
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}
