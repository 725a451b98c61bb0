import { AppError } from '@intexuraos/kernel';
import { loginName } from '../domain/login.ts';
import type { ActionEnginePorts, KeptPerson } from '../ports.ts';

type Ports = Pick<ActionEnginePorts, 'logins' | 'passwords' | 'loginQuota'>;

export interface Attempt {
  readonly user: string;
  readonly password: string;
  /** Where it comes from. */
  readonly address: string;
}

/** Whose name and password these are. Throws UNAUTHORIZED in the same words for everything wrong, or RATE_LIMITED. */
export async function checkPassword(ports: Ports, { user, password, address }: Attempt): Promise<KeptPerson> {
  const name = loginName(user);
  await spendTry(ports, 'login', JSON.stringify([name, address]));
  const kept = await ports.logins.person(name);
  const isRight = await ports.passwords.fits(password, kept?.person.passwordHash ?? null);
  if (isRight && kept !== null) return kept;
  throw wrongProof();
}

/** Throws RATE_LIMITED for whoever keeps trying. */
export async function spendTry(
  { loginQuota }: Pick<Ports, 'loginQuota'>,
  name: 'login' | 'address',
  key: string,
): Promise<void> {
  const { allowed, retryAfterSeconds } = await loginQuota.take(key, name);
  if (!allowed) throw new AppError('RATE_LIMITED', 'Too many attempts to sign in', { retryAfterSeconds });
}

export const wrongProof = () => new AppError('UNAUTHORIZED', 'This does not show who you are');
