import { AppError } from '@intexuraos/kernel';
import { type Habits, newPerson, type Person } from '../domain/person.ts';
import type { UserServicePorts } from '../ports.ts';

export interface PersonToEnsure extends Partial<Habits> {
  readonly userId: string;
  /** E.164. */
  readonly phone?: string;
  readonly bsuid?: string;
}

/**
 * Makes the person unless they exist; an existing one stays as they are. For the first start on one machine and for
 * administrators: it takes the contact's word for it. Throws CONFLICT when the phone or WhatsApp id is somebody else's.
 */
export async function ensurePerson(ports: UserServicePorts, wanted: PersonToEnsure): Promise<Person> {
  const { userId, phone = null, bsuid = null, ...habits } = wanted;
  const person = { ...newPerson(userId, { ...ports.defaults, ...habits }, ports.clock.now()), phone, bsuid };
  const existing = await ports.people.get(userId);
  if (existing) return existing.person;
  const outcome = await ports.people.add(person);
  if (outcome === 'added') return person;
  const other = outcome === 'exists' ? await ports.people.get(userId) : null;
  if (other) return other.person;
  throw new AppError('CONFLICT', 'This phone number or WhatsApp id belongs to somebody else');
}
