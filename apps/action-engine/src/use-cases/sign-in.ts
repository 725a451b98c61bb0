import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '@intexuraos/kernel';
import { type LoginSession, loginName } from '../domain/login.ts';
import type { AccessTokens, ActionEnginePorts } from '../ports.ts';

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
  await spend(ports, 'address', address);
  if ('refreshToken' in proof) return comeBack(ports, tokens, proof.refreshToken);
  const somebody = 'user' in proof ? await byPassword(ports, proof, address) : await byToken(ports, proof.oidcToken);
  const secret = ports.newSecret();
  const session = sessionOf(ports, somebody, { id: ports.random.uuid(), secret });
  await ports.logins.begin(session);
  return signedIn(ports, tokens, session, secret);
}

async function byPassword(
  ports: Ports,
  { user, password }: { user: string; password: string },
  address: string,
): Promise<Somebody> {
  const name = loginName(user);
  await spend(ports, 'login', JSON.stringify([name, address]));
  const person = await ports.logins.person(name);
  if ((await ports.passwords.fits(password, person?.passwordHash ?? null)) && person !== null) return person;
  throw wrong();
}

async function byToken({ identities }: Ports, token: string): Promise<Somebody> {
  if (identities === null) throw notSetUp('INTEXURAOS_LOGIN_OIDC_ISSUER');
  const userId = await identities.userOf(token);
  if (userId === null) throw wrong();
  return { userId, isOperator: false };
}

/** A refresh token that comes a second time was stolen, or its thief was first: nobody stays signed in with it. */
async function comeBack(ports: Ports, tokens: AccessTokens, refreshToken: string): Promise<SignedIn> {
  const [id = '', given = ''] = refreshToken.split('.');
  const kept = await ports.logins.session(id);
  if (kept === null) throw wrong();
  const secret = ports.newSecret();
  const next = sessionOf(ports, kept.session, { id, secret });
  const isFirst = equal(hashOf(given), kept.session.secretHash) && (await ports.logins.renew(kept, next));
  if (isFirst) return signedIn(ports, tokens, next, secret);
  await ports.logins.end(id);
  ports.log.warn({ userId: kept.session.userId }, 'a refresh token came a second time; the session has ended');
  throw wrong();
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
  secretHash: hashOf(of.secret),
  expiresAt: clock.now() + sessionMs,
});

async function spend({ loginQuota }: Ports, name: 'login' | 'address', key: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await loginQuota.take(key, name);
  if (!allowed) throw new AppError('RATE_LIMITED', 'Too many attempts to sign in', { retryAfterSeconds });
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const equal = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const wrong = () => new AppError('UNAUTHORIZED', 'This does not show who you are');
const notSetUp = (variable: string) =>
  new AppError('CONFLICT', `Signing in this way is not set up here: set ${variable}`);
