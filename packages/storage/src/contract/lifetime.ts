import { describe, expect, test } from '@jest/globals';
import { type Collection, defineCollection } from '../store.ts';
import {
  asThing,
  byTime,
  codeOf,
  created,
  errorOf,
  idsOf,
  type StoreUnderTest,
  seed,
  type Thing,
  thingsCollection,
} from './store-under-test.ts';

/** The same documents, read by code that cannot read those marked `broken`. */
function strict(collection: Collection<Thing>): Collection<Thing> {
  return defineCollection({
    ...collection,
    parse: (data) => {
      const thing = asThing(data);
      if (thing.note === 'broken') throw new Error('not a thing');
      return thing;
    },
  });
}

export function describeLifetime(subject: () => StoreUnderTest): void {
  describe('broken documents', () => {
    test('reading one is an INTERNAL_ERROR that names it', async () => {
      const { store } = subject();
      const things = strict(thingsCollection());
      await created(store, things, 'a', { note: 'broken' });
      const error = await errorOf(store.get(things, 'a'));
      expect(error).toMatchObject({ code: 'INTERNAL_ERROR', details: { collection: things.name, id: 'a' } });
      expect(await codeOf(store.getMany(things, ['a']))).toBe('INTERNAL_ERROR');
    });

    test('a query leaves it out, says so in the log, and goes on behind it', async () => {
      const { store, warnings } = subject();
      const things = strict(thingsCollection());
      await seed(store, things, { a: { at: 1 }, b: { at: 2, note: 'broken' }, c: { at: 3 } });
      const before = warnings.length;
      const first = await store.query(things, { ...byTime, limit: 2 });
      expect(first.docs.map(({ id }) => id)).toEqual(['a']);
      expect(warnings.length).toBe(before + 1);
      expect(warnings.at(-1)).toMatchObject({ collection: things.name, id: 'b' });
      const cursor = first.nextCursor ?? '';
      const second = await store.query(things, { ...byTime, limit: 2, cursor });
      expect(second).toMatchObject({ docs: [{ id: 'c' }], nextCursor: null });
    });
  });

  describe('expiry', () => {
    const expiring = () => thingsCollection({ expiresAtField: 'expiresAt' });

    test('what has expired is not found, what has not or never will is', async () => {
      const { store, now } = subject();
      const things = expiring();
      await seed(store, things, {
        a: { at: 1, expiresAt: now() - 10_000 },
        b: { at: 2, expiresAt: now() + 60_000 },
        c: { at: 3, expiresAt: null },
        d: { at: 4 },
      });
      expect(await store.get(things, 'a')).toBeNull();
      expect((await store.getMany(things, ['a', 'b', 'c', 'd'])).map(({ id }) => id)).toEqual(['b', 'c', 'd']);
      expect(await idsOf(store, things, {})).toEqual(['b', 'c', 'd']);
      expect((await store.get(things, 'b'))?.data).toEqual({ at: 2, expiresAt: expect.any(Number) });
    });

    test('a page is full although some of it has expired', async () => {
      const { store, now } = subject();
      const things = expiring();
      const gone = { expiresAt: now() - 10_000 };
      const ids = Array.from({ length: 12 }, (_, at) => `d${at}`.padEnd(3, '0'));
      await seed(store, things, Object.fromEntries(ids.map((id, at) => [id, at % 4 === 3 ? { at } : { at, ...gone }])));
      const first = await store.query(things, { ...byTime, limit: 2 });
      expect(first.docs.map(({ data }) => data.at)).toEqual([3, 7]);
      const last = await store.query(things, { ...byTime, limit: 2, cursor: first.nextCursor ?? '' });
      expect(last.docs.map(({ data }) => data.at)).toEqual([11]);
      expect(last.nextCursor).toBeNull();
    });

    test('an expired document does not stand in the way of a new one', async () => {
      const { store, now } = subject();
      const things = expiring();
      const old = { note: 'old', expiresAt: now() - 10_000 };
      await seed(store, things, { a: old, b: old, c: {} });
      await created(store, things, 'a', { note: 'new' });
      expect((await store.get(things, 'a'))?.data).toEqual({ note: 'new' });
      const create = { kind: 'create', collection: things, data: { note: 'new' } } as const;
      const both = await store.commit([
        { ...create, id: 'b' },
        { ...create, id: 'c' },
      ]);
      expect(both).toEqual({ outcome: 'conflict', index: 1 });
    });
  });

  describe('the end', () => {
    test('an open store answers, a closed one is UNAVAILABLE; closing twice is fine', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await store.ping();
      await store.close();
      await store.close();
      expect(await codeOf(store.ping())).toBe('UNAVAILABLE');
      expect(await codeOf(store.get(things, 'a'))).toBe('UNAVAILABLE');
      expect(await codeOf(store.query(things, byTime))).toBe('UNAVAILABLE');
      expect(await codeOf(store.commit([{ kind: 'put', collection: things, id: 'a', data: {} }]))).toBe('UNAVAILABLE');
    });

    test('what was committed is there when the store is opened again', async () => {
      const { store, reopen } = subject();
      if (reopen === null) return expect(reopen).toBeNull();
      const things = thingsCollection();
      const version = await created(store, things, 'a', { note: 1 });
      await store.commit([{ kind: 'put', collection: things, id: 'b', data: { at: 2 } }], 'soon');
      await store.close();
      const again = await reopen();
      expect(await again.get(things, 'a')).toMatchObject({ data: { note: 1 }, version });
      expect(await idsOf(again, things, {})).toEqual(['b']);
      await again.close();
    });
  });
}
