import { AppError } from '@intexuraos/kernel';
import { isSecretOf, type LoginSession, secretHashOf, sessionKey } from '../domain/login.ts';
import type { AccessTokens, ActionEnginePorts } from '../ports.ts';
import { checkPassword, spendTry, wrongProof } from './check-password.ts';

type Ports = Pick<
  ActionEnginePorts,
  'logins' | 'passwords' | 'accessTokens' | 'identities' | 'loginQuota' | 'newSecret' | 'clock' | 'random' | 'log'
>;

/** How somebody shows who they are: one of the three. */
export type Proof =
  | { readonly user: string; readonly password: string }
  | { readonly oidcToken: string }
  | { readonly refreshToken: string };

export interface SignedIn {
  readonly userId: string;
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly refreshToken: string;
}

type Somebody = Pick<LoginSession, 'userId' | 'isOperator'>;

const sessionMs = 30 * 24 * 3_600_000;

/** Throws UNAUTHORIZED in the same words for every wrong proof, RATE_LIMITED, or CONFLICT where it is not set up. */
export async function signIn(ports: Ports, proof: Proof, address: string): Promise<SignedIn> {
  const tokens = ports.accessTokens;
  if (tokens === null) throw notSetUp('INTEXURAOS_LOGIN_PRIVATE_KEY');
  await spendTry(ports, 'address', address);
  if ('refreshToken' in proof) return comeBack(ports, tokens, proof.refreshToken);
  const somebody =
    'user' in proof
      ? (await checkPassword(ports, { ...proof, address })).person
      : await byToken(ports, proof.oidcToken);
  const secret = ports.newSecret();
  const session = sessionOf(ports, somebody, { id: ports.random.uuid(), secret });
  await ports.logins.begin(session);
  return signedIn(ports, tokens, session, secret);
}

async function byToken({ identities }: Ports, token: string): Promise<Somebody> {
  if (identities === null) throw notSetUp('INTEXURAOS_LOGIN_OIDC_ISSUER');
  const userId = await identities.userOf(token);
  if (userId === null) throw wrongProof();
  return { userId, isOperator: false };
}

/** A refresh token that comes a second time was stolen, or its thief was first: nobody stays signed in with it. */
async function comeBack(ports: Ports, tokens: AccessTokens, refreshToken: string): Promise<SignedIn> {
  const { id, secret: given } = sessionKey(refreshToken);
  const kept = await ports.logins.session(id);
  if (kept === null) throw wrongProof();
  const secret = ports.newSecret();
  const next = sessionOf(ports, kept.session, { id, secret });
  const isFirst = isSecretOf(kept.session, given) && (await ports.logins.renew(kept, next));
  if (isFirst) return signedIn(ports, tokens, next, secret);
  await ports.logins.end(id);
  ports.log.warn({ userId: kept.session.userId }, 'a refresh token came a second time; the session has ended');
  throw wrongProof();
}

async function signedIn(
  { clock }: Ports,
  tokens: AccessTokens,
  session: LoginSession,
  secret: string,
): Promise<SignedIn> {
  return {
    userId: session.userId,
    accessToken: await tokens.issue(session, clock.now()),
    expiresInSeconds: tokens.seconds,
    refreshToken: `${session.id}.${secret}`,
  };
}

const sessionOf = (
  { clock }: Ports,
  { userId, isOperator }: Somebody,
  of: { id: string; secret: string },
): LoginSession => ({
  id: of.id,
  userId,
  isOperator,
  secretHash: secretHashOf(of.secret),
  expiresAt: clock.now() + sessionMs,
});

const notSetUp = (variable: string) =>
  new AppError('CONFLICT', `Signing in this way is not set up here: set ${variable}`);
