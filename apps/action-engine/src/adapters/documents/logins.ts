import { uuidFromName } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import type { Logins } from '../../ports.ts';
import { loginPeople, loginSessions, loginUserIds } from './login-collections.ts';

const sessionsPerRound = 100;

export function createLogins(store: Store): Logins {
  return {
    async person(user) {
      const stored = await store.get(loginPeople, uuidFromName(user));
      return stored && { person: stored.data, version: stored.version };
    },
    async addPerson(person) {
      const { user, userId } = person;
      const { outcome } = await store.commit([
        { kind: 'create', collection: loginPeople, id: uuidFromName(user), data: person },
        { kind: 'create', collection: loginUserIds, id: uuidFromName(userId), data: { user } },
      ]);
      return outcome === 'committed';
    },
    async begin({ id, ...data }) {
      await store.commit([{ kind: 'create', collection: loginSessions, id, data }]);
    },
    async session(id) {
      const stored = await store.get(loginSessions, id);
      return stored && { session: { id, ...stored.data }, version: stored.version };
    },
    async renew({ version }, { id, ...data }) {
      const write = { kind: 'replace', collection: loginSessions, id, data, expected: version } as const;
      return (await store.commit([write])).outcome === 'committed';
    },
    async end(id) {
      await store.commit([{ kind: 'delete', collection: loginSessions, id }]);
    },
    async endAll(userId) {
      const orderBy = { field: 'expiresAt', direction: 'ascending' } as const;
      for (let ended = sessionsPerRound; ended === sessionsPerRound; ) {
        const { docs } = await store.query(loginSessions, { where: { userId }, orderBy, limit: sessionsPerRound });
        if (docs.length > 0)
          await store.commit(docs.map(({ id }) => ({ kind: 'delete', collection: loginSessions, id }) as const));
        ended = docs.length;
      }
    },
    async changePerson({ version }, person) {
      const id = uuidFromName(person.user);
      const write = { kind: 'replace', collection: loginPeople, id, data: person, expected: version } as const;
      return (await store.commit([write])).outcome === 'committed';
    },
  };
}
