import { AppError } from '@intexuraos/kernel';
import { loginName } from '../domain/login.ts';
import type { ActionEnginePorts } from '../ports.ts';

type Ports = Pick<ActionEnginePorts, 'logins' | 'passwords' | 'clock' | 'random'>;

export interface NewPerson {
  readonly user: string;
  readonly password: string;
  /** Undefined: a new one. */
  readonly userId: string | undefined;
  readonly isOperator: boolean;
}

/** Resolves to the user id. Throws CONFLICT for a name or an id that is taken. */
export async function addPerson({ logins, passwords, clock, random }: Ports, wanted: NewPerson): Promise<string> {
  const userId = wanted.userId ?? random.uuid();
  const person = {
    userId,
    user: loginName(wanted.user),
    passwordHash: await passwords.hash(wanted.password),
    isOperator: wanted.isOperator,
    createdAt: clock.now(),
  };
  if (await logins.addPerson(person)) return userId;
  throw new AppError('CONFLICT', 'This name or user id is taken');
}
