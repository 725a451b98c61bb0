import { AppError, untilKept } from '@intexuraos/kernel';
import { newPerson, type Person } from '../domain/person.ts';
import type { UserServicePorts } from '../ports.ts';

export type PersonChange = Partial<Omit<Person, 'userId' | 'createdAt' | 'updatedAt' | 'schemaVersion'>>;

/** Changes what is named and makes the person if need be. Throws CONFLICT for a contact that is somebody else's. */
export const changePerson = (ports: UserServicePorts, userId: string, change: PersonChange): Promise<Person> =>
  untilKept('settings', async () => {
    const { person, outcome } = await attempt(ports, userId, change);
    if (outcome === 'contact_taken')
      throw new AppError('CONFLICT', 'This phone number or WhatsApp id belongs to somebody else');
    return outcome === 'added' || outcome === 'changed' ? person : null;
  });

async function attempt({ people, clock, defaults }: UserServicePorts, userId: string, change: PersonChange) {
  const kept = await people.get(userId);
  const now = clock.now();
  const person: Person = { ...(kept?.person ?? newPerson(userId, defaults, now)), ...change, updatedAt: now };
  return { person, outcome: kept ? await people.change(kept, person) : await people.add(person) };
}
