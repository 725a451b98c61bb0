import { describe, expect, test } from '@jest/globals';
import type { Store, Write } from '../store.ts';
import { codeOf, created, type StoreUnderTest, seed, thingsCollection } from './store-under-test.ts';

export function describeCommits(subject: () => StoreUnderTest): void {
  const open = (): { store: Store; things: ReturnType<typeof thingsCollection> } => ({
    store: subject().store,
    things: thingsCollection(),
  });

  describe('commits', () => {
    test('a document is created once: the second creation is a conflict and changes nothing', async () => {
      const { store, things } = open();
      const version = await created(store, things, 'a', { note: 1 });
      const second = await store.commit([{ kind: 'create', collection: things, id: 'a', data: { note: 2 } }]);
      expect(second).toEqual({ outcome: 'conflict', index: 0 });
      expect(await store.get(things, 'a')).toMatchObject({ id: 'a', data: { note: 1 }, version });
    });

    test('a replacement needs the present version, and leaves no field of the old state behind', async () => {
      const { store, things } = open();
      const first = await created(store, things, 'a', { status: 'new', note: { deep: [1] } });
      const replace = { kind: 'replace', collection: things, id: 'a', expected: first } as const;
      const outcome = await store.commit([{ ...replace, data: { owner: 'me' } }]);
      expect(outcome.outcome).toBe('committed');
      expect(await store.commit([{ ...replace, data: { owner: 'you' } }])).toEqual({ outcome: 'conflict', index: 0 });
      const stored = await store.get(things, 'a');
      expect(stored?.data).toEqual({ owner: 'me' });
      expect(outcome).toMatchObject({ versions: [stored?.version] });
    });

    test('a replacement can follow a replacement, also to and from an empty document', async () => {
      const { store, things } = open();
      let expected = await created(store, things, 'a', {});
      for (const data of [{ note: 1 }, {}, { owner: 'x' }, {}]) {
        const outcome = await store.commit([{ kind: 'replace', collection: things, id: 'a', data, expected }]);
        if (outcome.outcome !== 'committed') throw new Error('conflict');
        expected = outcome.versions[0] ?? 0;
        expect((await store.get(things, 'a'))?.data).toEqual(data);
      }
    });

    test('what does not exist cannot be replaced, nor deleted in a certain state', async () => {
      const { store, things } = open();
      const expected = await created(store, things, 'other', {});
      const lost: Write[] = [
        { kind: 'replace', collection: things, id: 'a', data: {}, expected },
        { kind: 'delete', collection: things, id: 'a', expected },
      ];
      for (const write of lost) expect(await store.commit([write])).toEqual({ outcome: 'conflict', index: 0 });
      expect(await store.get(things, 'a')).toBeNull();
    });

    test('a version of another kind of store matches no state', async () => {
      const { store, things } = open();
      await created(store, things, 'a', {});
      for (const expected of ['', 'nonsense', '1.5', -1, 0.5]) {
        const write = { kind: 'replace', collection: things, id: 'a', data: {}, expected } as const;
        expect(await store.commit([write])).toEqual({ outcome: 'conflict', index: 0 });
      }
    });

    test('put writes whatever was there', async () => {
      const { store, things } = open();
      for (const data of [{ note: 1, owner: 'x' }, { note: 2 }]) {
        expect((await store.commit([{ kind: 'put', collection: things, id: 'a', data }])).outcome).toBe('committed');
        expect((await store.get(things, 'a'))?.data).toEqual(data);
      }
    });

    test('a deletion without a condition always succeeds; with one, only in that state', async () => {
      const { store, things } = open();
      const old = await created(store, things, 'a', {});
      await store.commit([{ kind: 'put', collection: things, id: 'a', data: { note: 2 } }]);
      const deletion = { kind: 'delete', collection: things, id: 'a' } as const;
      expect(await store.commit([{ ...deletion, expected: old }])).toEqual({ outcome: 'conflict', index: 0 });
      const expected = (await store.get(things, 'a'))?.version ?? 0;
      expect((await store.commit([{ ...deletion, expected }])).outcome).toBe('committed');
      expect(await store.get(things, 'a')).toBeNull();
      expect((await store.commit([deletion])).outcome).toBe('committed');
    });

    test('a version is never given again, not even after a deletion', async () => {
      const { store, things } = open();
      const first = await created(store, things, 'a', { note: 1 });
      await store.commit([{ kind: 'delete', collection: things, id: 'a' }]);
      await created(store, things, 'a', { note: 1 });
      const stale = { kind: 'replace', collection: things, id: 'a', data: { note: 2 }, expected: first } as const;
      expect(await store.commit([stale])).toEqual({ outcome: 'conflict', index: 0 });
    });

    test('several writes happen together or not at all, and the conflict names the first that failed', async () => {
      const { store, things } = open();
      await seed(store, things, { taken: {}, kept: { note: 'old' } });
      const writes: Write[] = [
        { kind: 'create', collection: things, id: 'fresh', data: {} },
        { kind: 'put', collection: things, id: 'kept', data: { note: 'new' } },
        { kind: 'create', collection: things, id: 'taken', data: {} },
        { kind: 'replace', collection: things, id: 'absent', data: {}, expected: 1 },
      ];
      expect(await store.commit(writes)).toEqual({ outcome: 'conflict', index: 2 });
      expect(await store.get(things, 'fresh')).toBeNull();
      expect((await store.get(things, 'kept'))?.data).toEqual({ note: 'old' });
      const allowed = await store.commit(writes.slice(0, 2));
      expect(allowed).toMatchObject({ outcome: 'committed' });
      const versions = await Promise.all(['fresh', 'kept'].map(async (id) => (await store.get(things, id))?.version));
      expect(allowed).toMatchObject({ versions });
    });

    test('a commit may span collections', async () => {
      const { store, things } = open();
      const others = thingsCollection();
      const create = { kind: 'create', id: 'a', data: {} } as const;
      await store.commit([
        { ...create, collection: things },
        { ...create, collection: others },
      ]);
      expect(await store.get(things, 'a')).not.toBeNull();
      expect(await store.get(others, 'a')).not.toBeNull();
    });

    test('of 200 who replace the same state, one wins', async () => {
      const { store, things } = open();
      const expected = await created(store, things, 'a', { note: 0 });
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, note) =>
          store.commit([{ kind: 'replace', collection: things, id: 'a', data: { note: note + 1 }, expected }]),
        ),
      );
      const winners = outcomes.flatMap(({ outcome }, note) => (outcome === 'committed' ? [note + 1] : []));
      expect(winners).toHaveLength(1);
      expect((await store.get(things, 'a'))?.data).toEqual({ note: winners[0] });
    });

    test('of 200 who create the same document, one wins, and only its other writes happen', async () => {
      const { store, things } = open();
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, at) =>
          store.commit([
            { kind: 'create', collection: things, id: 'same', data: { note: at } },
            { kind: 'create', collection: things, id: `own-${at}`, data: { at } },
          ]),
        ),
      );
      const winners = outcomes.flatMap(({ outcome }, at) => (outcome === 'committed' ? [at] : []));
      expect(winners).toHaveLength(1);
      const { docs } = await store.query(things, {
        where: {},
        orderBy: { field: 'at', direction: 'ascending' },
        limit: 10,
      });
      expect(docs.map(({ id }) => id)).toEqual([`own-${winners[0]}`]);
    });

    test('a `soon` commit is visible at once', async () => {
      const { store, things } = open();
      await store.commit([{ kind: 'create', collection: things, id: 'a', data: { note: 1 } }], 'soon');
      expect((await store.get(things, 'a'))?.data).toEqual({ note: 1 });
    });

    test('an empty commit succeeds, one that is too long or writes a document twice is refused', async () => {
      const { store, things } = open();
      expect(await store.commit([])).toMatchObject({ outcome: 'committed', versions: [] });
      const put = { kind: 'put', collection: things, id: 'a', data: {} } as const;
      expect(await codeOf(store.commit([put, put]))).toBe('VALIDATION_FAILED');
      const many = Array.from({ length: 501 }, (_, at) => ({ ...put, id: `a${at}` }));
      expect(await codeOf(store.commit(many))).toBe('VALIDATION_FAILED');
      expect(await store.get(things, 'a')).toBeNull();
    });

    test('the largest commit allowed is carried out', async () => {
      const { store, things } = open();
      const writes = Array.from({ length: 500 }, (_, at) => {
        return { kind: 'create', collection: things, id: `a${at}`, data: {} } as const;
      });
      expect(await store.commit(writes)).toMatchObject({ outcome: 'committed' });
      expect(await store.get(things, 'a499')).not.toBeNull();
    });
  });
}
