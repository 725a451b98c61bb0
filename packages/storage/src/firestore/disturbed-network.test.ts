import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf, created, idsOf, seed, thingsCollection } from '../contract/store-under-test.ts';
import type { Store } from '../store.ts';
import { createFirestoreStore } from './create-firestore-store.ts';
import { type CuttingProxy, createCuttingProxy } from './testing/cutting-proxy.ts';

const emulator = process.env['FIRESTORE_EMULATOR_HOST'];

// Its absence is reported, and refused in CI, by the contract of the Firestore store.
(emulator === undefined ? describe.skip : describe)('a network that fails', () => {
  let proxy: CuttingProxy;
  let store: Store;

  beforeAll(async () => {
    process.env['METADATA_SERVER_DETECTION'] ??= 'none';
    proxy = await createCuttingProxy(emulator ?? '');
    process.env['FIRESTORE_EMULATOR_HOST'] = proxy.host;
    store = createFirestoreStore({ projectId: `demo-${randomUUID()}`, deadlineMs: 5_000 });
    process.env['FIRESTORE_EMULATOR_HOST'] = emulator;
  });
  afterAll(async () => {
    await store.close();
    await proxy.close();
  });

  test('a commit whose answer got lost is recognised as one’s own, not taken for a rival’s', async () => {
    const things = thingsCollection();
    const expected = await created(store, things, 'a', { at: 1 });
    const commit = store.commit([
      { kind: 'replace', collection: things, id: 'a', data: { at: 2 }, expected },
      { kind: 'create', collection: things, id: 'b', data: { at: 3 } },
    ]);
    const [outcome] = await Promise.all([commit, proxy.swallowAnswers(300)]);
    const [a, b] = await store.getMany(things, ['a', 'b']);
    expect(outcome).toMatchObject({ outcome: 'committed', versions: [a?.version, b?.version] });
    expect([a?.data, b?.data]).toEqual([{ at: 2 }, { at: 3 }]);
    const next = { kind: 'replace', collection: things, id: 'b', data: {}, expected: b?.version ?? 0 } as const;
    expect(await store.commit([next])).toMatchObject({ outcome: 'committed' });
  }, 20_000);

  test('no answer within the deadline is UNAVAILABLE, and the store recovers without a restart', async () => {
    const things = thingsCollection();
    await seed(store, things, { a: { at: 1 } });
    const impatient = createImpatientStore();
    await impatient.ping();
    proxy.freeze();
    const started = Date.now();
    const put = { kind: 'put', collection: things, id: 'b', data: {} } as const;
    const calls = [
      impatient.get(things, 'a'),
      impatient.query(things, { where: {}, orderBy: { field: 'at', direction: 'ascending' }, limit: 1 }),
      impatient.commit([put]),
      impatient.ping(),
    ];
    expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => 'UNAVAILABLE'));
    expect(Date.now() - started).toBeLessThan(4_000);
    proxy.restore();
    expect(await idsOf(store, things, {})).toEqual(['a']);
    await impatient.close();
  }, 20_000);

  function createImpatientStore(): Store {
    process.env['FIRESTORE_EMULATOR_HOST'] = proxy.host;
    const impatient = createFirestoreStore({ projectId: `demo-${randomUUID()}`, deadlineMs: 1_000 });
    process.env['FIRESTORE_EMULATOR_HOST'] = emulator;
    return impatient;
  }
});
