import { AppError, type Clock } from '@intexuraos/kernel';
import { ConfigError } from '../configuration/config-error.ts';
import type { Authenticator, Credentials } from './authenticator.ts';
import { bearerToken } from './bearer-token.ts';
import { type GoogleGroup, type GoogleTokens, googleTokenVerifier } from './google-token.ts';
import { type InternalSecrets, secretReader, weaknesses } from './internal-secret.ts';
import { forbidden, unauthorized } from './refusals.ts';
import { peopleOf, type UserTokens } from './user-token.ts';

export interface AuthenticatorOptions {
  readonly user: UserTokens;
  /** A second issuer of people's tokens: a login of our own beside an OIDC provider. */
  readonly alsoUser?: UserTokens;
  readonly internal: InternalSecrets;
  /** Absent on one machine, where nothing comes from Google. */
  readonly google?: GoogleTokens;
  readonly clock: Clock;
}

const localPrefix = 'projects/local/subscriptions/';
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Throws ConfigError for options that would let in too many, or nobody. */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const problems = problemsOf(options);
  if (problems.length > 0) throw new ConfigError(problems);
  const { google, clock } = options;
  const personOf = peopleOf([options.user, ...(options.alsoUser ? [options.alsoUser] : [])], clock);
  const serviceOf = secretReader(options.internal);
  const googleAccount = google === undefined ? undefined : googleTokenVerifier(google, clock);

  const byGoogle = async ({ authorization }: Credentials, ...groups: (GoogleGroup | undefined)[]) => {
    const token = bearerToken(authorization);
    if (googleAccount === undefined) throw unauthorized('no Google accounts are known here');
    return { service: await googleAccount(token, groups) };
  };
  /** Where the internal header is present it decides: a wrong secret is not made good by a token beside it. */
  const bySecret = (given: string) => {
    const service = serviceOf(given);
    if (service === null) throw unauthorized('wrong internal secret');
    return { service };
  };
  const user: Authenticator['user'] = async ({ authorization }) => {
    const { userId } = await personOf(bearerToken(authorization));
    return { userId };
  };
  const service: Authenticator['service'] = async (given) =>
    given.internalAuth === undefined ? byGoogle(given, google?.service) : bySecret(given.internalAuth);
  return {
    user,
    service,
    visitor: async (given) => (given.authorization === undefined ? { userId: null } : user(given)),
    caller: async (given) => {
      if (given.internalAuth !== undefined) return bySecret(given.internalAuth);
      // Two issuers: a token that the one does not know may be the other's.
      return user(given).catch((error: unknown) => {
        if (google?.service && isUnknown(error)) return service(given);
        throw error;
      });
    },
    operator: async ({ authorization }) => {
      const { userId, isOperator } = await personOf(bearerToken(authorization));
      if (!isOperator) throw forbidden('no operator');
      return { userId };
    },
    scheduler: async (given) =>
      given.internalAuth === undefined
        ? byGoogle(given, google?.scheduler, google?.service)
        : bySecret(given.internalAuth),
    // Where Google pushes, nobody else may: a service that could push could also put words into a person's mouth.
    push: async (given) =>
      google === undefined && given.internalAuth !== undefined
        ? bySecret(given.internalAuth)
        : byGoogle(given, google?.push),
    subscription: (name) => `${google?.subscriptionPrefix ?? localPrefix}${name}`,
  };
}

const isUnknown = (error: unknown) => error instanceof AppError && error.code === 'UNAUTHORIZED';

const userProblems = (user: UserTokens) => [
  ...(user.issuer === '' ? ['the issuer of user tokens is empty'] : []),
  ...(user.audience === '' ? ['the audience of user tokens is empty'] : []),
  ...(user.operator?.name === '' || user.operator?.value === '' ? ['the claim of operators is empty'] : []),
  ...(user.algorithms.length === 0 ? ['no algorithm is allowed for user tokens'] : []),
];

function problemsOf({ user, alsoUser, internal, google }: AuthenticatorOptions): string[] {
  return [
    ...userProblems(user),
    ...(alsoUser ? userProblems(alsoUser) : []),
    ...(alsoUser?.issuer === user.issuer ? ['two issuers of user tokens have the same name'] : []),
    ...[user.jwks, alsoUser?.jwks, google?.jwks].filter(isUnsafe).map(() => 'a key set must be fetched over https'),
    ...weaknesses(internal),
    ...[google?.push, google?.scheduler, google?.service].flatMap((group) => (group && groupProblems(group)) ?? []),
    ...(google?.subscriptionPrefix === '' ? ['the prefix of subscription names is empty'] : []),
  ];
}

const groupProblems = ({ audience, emails }: GoogleGroup) => [
  ...(audience === '' ? ['the audience of a group of Google accounts is empty'] : []),
  ...(emails.length === 0 || emails.includes('') ? ['a group of Google accounts has no or an empty address'] : []),
];

function isUnsafe(jwks: unknown): boolean {
  if (typeof jwks !== 'string') return false;
  const url = URL.parse(jwks);
  return url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)));
}
