import { localPerson } from '../../../../first-start/local-person.ts';
import type { Access } from '../api.ts';
import type { Process } from '../process.ts';

/** Starts user-service and tells it whose phone it is. It stays up. */
export async function introducePerson(people: Process, access: Access): Promise<void> {
  const start = await people.start();
  if (start !== 'ready') throw new Error(`user-service ended with ${JSON.stringify(start)}:\n${people.output()}`);
  const answer = await fetch(`${people.url}/internal/users/${access.userId()}/contact`, {
    method: 'PUT',
    headers: { ...(await access.asService()), 'content-type': 'application/json' },
    body: JSON.stringify({ phone: localPerson.phone }),
  });
  if (!answer.ok) throw new Error(`user-service does not know the person: ${await answer.text()}`);
}
