import { newPerson, type Person } from '../domain/person.ts';
import type { UserServicePorts } from '../ports.ts';

/** The person, or what holds for somebody whom an issuer knows and who has not changed anything here yet. */
export async function readPerson({ people, defaults, clock }: UserServicePorts, userId: string): Promise<Person> {
  const kept = await people.get(userId);
  return kept?.person ?? newPerson(userId, defaults, clock.now());
}
