import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError, systemClock } from '@intexuraos/kernel';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { openSqliteStore } from '@intexuraos/storage/sqlite';
import { expect, test } from '@jest/globals';
import { accountPorts, testKek } from '../../testing/account-ports.ts';
import { aConnection, anEnteredSecret } from '../../testing/an-account.ts';
import { connectionDocuments } from './connection-collection.ts';

const memory = () => createMemoryStore({ clock: systemClock });
const fresh = { id: 'k2', key: Buffer.alloc(32, 2) };
const people = ['anna', 'boris', 'chen'];

test('secrets are put under a new master key, a few at a time, and then the old one can go', async () => {
  const store = memory();
  const before = accountPorts(store).connections;
  for (const userId of people)
    await before.add(aConnection({ id: userId, userId }), anEnteredSecret(`canary-${userId}`));
  expect(await before.rewrap(2)).toBe(0);

  const during = accountPorts(store, { keks: [fresh, testKek] }).connections;
  expect([await during.rewrap(2), await during.rewrap(2), await during.rewrap(2)]).toEqual([2, 1, 0]);

  const after = accountPorts(store, { keks: [fresh] }).connections;
  for (const userId of people)
    expect(await after.open(userId, userId)).toMatchObject({ secret: anEnteredSecret(`canary-${userId}`) });
});

test('D58: a secret that is copied to another person, or changed by one bit, does not open, and says nothing', async () => {
  const store = memory();
  const { connections } = accountPorts(store);
  await connections.add(aConnection({ id: 'annas' }), anEnteredSecret());
  await connections.add(aConnection({ id: 'bens', userId: 'ben' }), anEnteredSecret('canary-of-ben'));
  const sealed = await sealedOf('annas');
  await put('bens', sealed);
  const flipped = Buffer.from(sealed.ct, 'base64');
  flipped.writeUInt8(flipped.readUInt8(0) ^ 1, 0);
  await put('annas', { ...sealed, ct: flipped.toString('base64') });
  for (const [userId, id] of [
    ['ben', 'bens'],
    ['anna', 'annas'],
  ] as const) {
    const error = await connections.open(userId, id).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'INTERNAL_ERROR', message: 'A stored secret could not be opened' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('canary');
  }

  async function sealedOf(id: string) {
    const stored = await store.get(connectionDocuments, id);
    if (stored === null) throw new Error('not kept');
    return stored.data.sealed;
  }
  async function put(id: string, other: Awaited<ReturnType<typeof sealedOf>>) {
    const stored = await store.get(connectionDocuments, id);
    const data = { ...stored?.data, sealed: other };
    await store.commit([{ kind: 'put', collection: connectionDocuments, id, data }]);
  }
});

test('a connection is nobody else’s', async () => {
  const { connections } = accountPorts(memory());
  await connections.add(aConnection(), anEnteredSecret());
  expect(await connections.get('ben', 'connection-1')).toBeNull();
  expect(await connections.open('ben', 'connection-1')).toBeNull();
  expect(await connections.remove('ben', 'connection-1')).toBe(false);
  expect(await connections.list('ben')).toEqual([]);
});

test('of two who change the same state, one does', async () => {
  const { connections } = accountPorts(memory());
  await connections.add(aConnection(), anEnteredSecret());
  const kept = await connections.get('anna', 'connection-1');
  if (kept === null) throw new Error('not kept');
  const outcomes = await Promise.all(
    ['one', 'two'].map((label) => connections.change(kept, { connection: { label }, now: 2 })),
  );
  expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
  const renewals = await Promise.all([1, 2].map(async () => begin()));
  expect(renewals.filter((renewal) => renewal !== null)).toHaveLength(1);

  async function begin() {
    const now = await connections.get('anna', 'connection-1');
    return now && connections.beginRenewal(now, 60_000);
  }
});

test('no secret is in a file of the store, nor left there when it is removed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'connections-'));
  const store = openSqliteStore({ path: join(folder, 'test.db') });
  const { connections } = accountPorts(store);
  await connections.add(aConnection(), anEnteredSecret('canary-on-the-disk'));
  expect(await connections.remove('anna', 'connection-1')).toBe(true);
  expect(await connections.open('anna', 'connection-1')).toBeNull();
  await store.close();
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes('canary')).toBe(false);
  rmSync(folder, { recursive: true });
});
