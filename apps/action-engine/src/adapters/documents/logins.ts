import { uuidFromName } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import type { Logins } from '../../ports.ts';
import { loginPeople, loginSessions, loginUserIds } from './login-collections.ts';

export function createLogins(store: Store): Logins {
  return {
    person: async (user) => (await store.get(loginPeople, uuidFromName(user)))?.data ?? null,
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
  };
}
