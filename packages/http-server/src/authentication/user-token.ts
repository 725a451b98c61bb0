import { UserId } from '@intexuraos/contracts';
import type { Clock } from '@intexuraos/kernel';
import { decodeJwt, type JSONWebKeySet } from 'jose';
import { unauthorized } from './refusals.ts';
import { type Algorithm, createTokenVerifier, type TimedClaims } from './token-verifier.ts';

export interface UserTokens {
  /** Exactly as the token's `iss`, trailing slash included. */
  readonly issuer: string;
  /** This API's own id; a token for somebody else, such as an ID token for a web app, is none for us. */
  readonly audience: string;
  readonly jwks: string | JSONWebKeySet;
  readonly algorithms: readonly Algorithm[];
  /** What makes a person an operator; without it nobody is one. */
  readonly operator?: OperatorClaim;
}

/** A claim of the issuer's that says who operates: `{name: 'scope', value: 'intexuraos:operate'}`. */
export interface OperatorClaim {
  readonly name: string;
  readonly value: string;
}

/** A person, as their token says. */
export interface Person {
  readonly userId: string;
  readonly isOperator: boolean;
}

/** Media types of access tokens (RFC 9068) and of tokens that do not say; anything else was made for another purpose. */
const accessTypes = new Set(['jwt', 'at+jwt', 'application/at+jwt']);

/** Claims that only ID tokens have (OpenID Connect Core 2 and 3.1.3.6, Keycloak's `typ`). */
const isIdToken = (claims: TimedClaims) =>
  'nonce' in claims || 'at_hash' in claims || 'c_hash' in claims || claims['typ'] === 'ID';

const isFor = (audience: string, { aud }: TimedClaims) =>
  Array.isArray(aud) ? aud.includes(audience) : aud === audience;

/** Issuers list rights as an array (`roles`, `permissions`) or as words of one text (`scope`, RFC 8693 4.2). */
function bears(claims: TimedClaims, { name, value }: OperatorClaim): boolean {
  const claim = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const rights: readonly unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  return rights.includes(value);
}

/** A person's access token becomes who they are. */
export function userTokenVerifier(tokens: UserTokens, clock: Clock): (token: string) => Promise<Person> {
  return createTokenVerifier({
    issuers: [tokens.issuer],
    jwks: tokens.jwks,
    algorithms: tokens.algorithms,
    clock,
    read: (claims, { typ }) => {
      if (!isFor(tokens.audience, claims)) throw unauthorized('for another audience');
      if (isIdToken(claims) || !accessTypes.has((typ ?? 'jwt').toLowerCase())) throw unauthorized('no access token');
      const userId = UserId.safeParse(claims.sub);
      if (!userId.success) throw unauthorized('no usable subject');
      return { userId: userId.data, isOperator: tokens.operator !== undefined && bears(claims, tokens.operator) };
    },
  });
}

/** The same for several issuers: a token is checked by the rules of the one it names, and by those of the first otherwise. */
export function peopleOf(issuers: readonly UserTokens[], clock: Clock): (token: string) => Promise<Person> {
  const verifiers = issuers.map((tokens) => ({ issuer: tokens.issuer, verify: userTokenVerifier(tokens, clock) }));
  const [first] = verifiers;
  if (first === undefined) throw new Error('there is no issuer of user tokens');
  if (verifiers.length === 1) return first.verify;
  return (token) => (verifiers.find(({ issuer }) => issuer === claimedIssuer(token)) ?? first).verify(token);
}

/** Not verified: it only chooses who verifies. */
function claimedIssuer(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}
