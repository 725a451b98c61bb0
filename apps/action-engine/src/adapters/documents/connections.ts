import type { Store, Stored } from '@intexuraos/storage';
import type { SealedFor, Vault } from '@intexuraos/vault';
import type { AccountSecret } from '../../domain/account-secret.ts';
import type { Connection } from '../../domain/connection.ts';
import type { Connections, KeptConnection } from '../../ports.ts';
import { AccountSecretSchema } from './account-secret-schema.ts';
import { type ConnectionDocument, connectionDocuments as collection } from './connection-collection.ts';

const listMax = 100;

/** The secret lies sealed in the connection's own document, so that both change in one write. */
export function createConnections(store: Store, vault: Vault): Connections {
  const ofPerson = async (userId: string, id: string) => {
    const stored = await store.get(collection, id);
    return stored?.data.userId === userId ? stored : null;
  };
  const seal = async (of: Pick<ConnectionDocument, 'userId' | 'platform'>, id: string, secret: AccountSecret) => {
    const sealed = await vault.seal(JSON.stringify(secret), sealedFor(of, id));
    return { sealed, kekId: sealed.kekId };
  };
  return {
    async list(userId) {
      const page = await store.query(collection, {
        where: { userId },
        orderBy: { field: 'connectedAt', direction: 'ascending' },
        limit: listMax,
      });
      return page.docs.map(shown).toSorted(byPlatformAndLabel);
    },
    async get(userId, id) {
      const stored = await ofPerson(userId, id);
      return stored && kept(stored);
    },
    async open(userId, id) {
      const stored = await ofPerson(userId, id);
      if (stored === null) return null;
      const text = await vault.open(stored.data.sealed, sealedFor(stored.data, id));
      return { ...kept(stored), secret: AccountSecretSchema.parse(JSON.parse(text)) };
    },
    async add({ id, ...connection }, secret) {
      const data: ConnectionDocument = {
        ...connection,
        ...(await seal(connection, id, secret)),
        updatedAt: connection.connectedAt,
        renewingUntil: null,
      };
      return (await store.commit([{ kind: 'create', collection, id, data }])).outcome === 'committed';
    },
    async change({ connection: { userId, id }, version }, { connection, secret, now }) {
      const stored = await ofPerson(userId, id);
      if (stored === null) return null;
      const data: ConnectionDocument = {
        ...stored.data,
        ...connection,
        ...(secret && { ...(await seal(stored.data, id, secret)), renewingUntil: null }),
        updatedAt: now,
      };
      return replaced(store, { ...stored, data, version });
    },
    async beginRenewal({ connection: { userId, id }, version }, leaseMs) {
      const stored = await ofPerson(userId, id);
      if (stored === null || (stored.data.renewingUntil ?? 0) > stored.readAt) return null;
      const data: ConnectionDocument = { ...stored.data, renewingUntil: stored.readAt + leaseMs };
      return replaced(store, { ...stored, data, version });
    },
    async endRenewal({ connection: { userId, id }, version }) {
      const stored = await ofPerson(userId, id);
      if (stored) await replaced(store, { ...stored, data: { ...stored.data, renewingUntil: null }, version });
    },
    async noteUse(userId, id, now) {
      const stored = await ofPerson(userId, id);
      if (stored === null) return;
      const data: ConnectionDocument = { ...stored.data, lastUsedAt: now };
      // Whoever was first wrote about the same moment, or something that counts more.
      await store.commit([{ kind: 'replace', collection, id, data, expected: stored.version }], 'soon');
    },
    async remove(userId, id) {
      if ((await ofPerson(userId, id)) === null) return false;
      await store.commit([{ kind: 'delete', collection, id }]);
      return true;
    },
    rewrap: (limit) => rewrap(store, vault, limit),
  };
}

async function replaced(store: Store, next: Stored<ConnectionDocument>): Promise<KeptConnection | null> {
  const { id, data, version } = next;
  const result = await store.commit([{ kind: 'replace', collection, id, data, expected: version }]);
  if (result.outcome === 'conflict') return null;
  return kept({ ...next, version: result.versions[0] ?? version });
}

async function rewrap(store: Store, vault: Vault, limit: number): Promise<number> {
  if (vault.retiredKekIds.length === 0) return 0;
  const page = await store.query(collection, {
    where: { kekId: vault.retiredKekIds },
    orderBy: { field: 'updatedAt', direction: 'ascending' },
    limit,
  });
  for (const { id, data, version } of page.docs) {
    const sealed = await vault.rewrap(data.sealed);
    const next: ConnectionDocument = { ...data, sealed, kekId: sealed.kekId };
    // Whoever changed it meanwhile sealed it under the current key, or will be met in the next round.
    await store.commit([{ kind: 'replace', collection, id, data: next, expected: version }]);
  }
  return page.docs.length;
}

const sealedFor = (of: Pick<ConnectionDocument, 'userId' | 'platform'>, id: string): SealedFor => ({
  userId: of.userId,
  connector: of.platform,
  accountId: id,
  schema: 'account-secret.v1',
});

const shown = ({ id, data }: Stored<ConnectionDocument>): Connection => ({
  id,
  userId: data.userId,
  platform: data.platform,
  label: data.label,
  settings: data.settings,
  scopes: data.scopes,
  health: data.health,
  connectedAt: data.connectedAt,
  lastUsedAt: data.lastUsedAt,
});

const kept = (stored: Stored<ConnectionDocument>): KeptConnection => ({
  connection: shown(stored),
  version: stored.version,
});

const byPlatformAndLabel = (a: Connection, b: Connection) =>
  a.platform.localeCompare(b.platform) || a.label.localeCompare(b.label);
