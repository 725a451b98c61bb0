import { AppError } from '@intexuraos/kernel';
import type { ActionEnginePorts } from '../ports.ts';
import { type Attempt, checkPassword, spendTry } from './check-password.ts';

type Ports = Pick<ActionEnginePorts, 'logins' | 'passwords' | 'loginQuota'>;

/** Everybody who was signed in with the old password is signed out. Throws UNAUTHORIZED, RATE_LIMITED or CONFLICT. */
export async function changePassword(ports: Ports, attempt: Attempt, newPassword: string): Promise<void> {
  await spendTry(ports, 'address', attempt.address);
  const kept = await checkPassword(ports, attempt);
  const passwordHash = await ports.passwords.hash(newPassword);
  if (!(await ports.logins.changePerson(kept, { ...kept.person, passwordHash })))
    throw new AppError('CONFLICT', 'The password was changed at the same moment');
  await ports.logins.endAll(kept.person.userId);
}
