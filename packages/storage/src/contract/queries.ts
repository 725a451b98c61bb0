import { describe, expect, test } from '@jest/globals';
import type { Query } from '../store.ts';
import { byTime, codeOf, idsOf, latestFirst, type StoreUnderTest, seed, thingsCollection } from './store-under-test.ts';

const people = {
  a: { owner: 'ann', status: 'new', at: 10 },
  b: { owner: 'ann', status: 'done', at: 20 },
  c: { owner: 'bob', status: 'new', at: 30 },
  d: { owner: 'ann', status: 'new', at: 40 },
  e: { owner: 'ann', status: 'open', at: 15 },
};

export function describeQueries(subject: () => StoreUnderTest): void {
  const seeded = async (things: Readonly<Record<string, object>>) => {
    const { store } = subject();
    const collection = thingsCollection();
    await seed(store, collection, things);
    return (query: Partial<Query>) => idsOf(store, collection, query);
  };

  describe('queries', () => {
    test('equality on one or more fields, in order of another, both ways', async () => {
      const ids = await seeded(people);
      expect(await ids({})).toEqual(['a', 'e', 'b', 'c', 'd']);
      expect(await ids({ orderBy: latestFirst })).toEqual(['d', 'c', 'b', 'e', 'a']);
      expect(await ids({ where: { status: 'new' } })).toEqual(['a', 'c', 'd']);
      expect(await ids({ where: { status: 'new', owner: 'ann' }, orderBy: latestFirst })).toEqual(['d', 'a']);
      expect(await ids({ where: { status: 'unheard of' } })).toEqual([]);
    });

    test('an array means any of its values, merged in order', async () => {
      const ids = await seeded(people);
      expect(await ids({ where: { status: ['new', 'done'] } })).toEqual(['a', 'b', 'c', 'd']);
      expect(await ids({ where: { status: ['done', 'open', 'new', 'new'] }, limit: 3 })).toEqual(['a', 'e', 'b']);
      const both = { owner: ['ann', 'bob'], status: ['new', 'open'] };
      expect(await ids({ where: both, orderBy: latestFirst })).toEqual(['d', 'c', 'e', 'a']);
    });

    test('bounds are inclusive and of one type', async () => {
      const ids = await seeded({ ...people, text: { at: '20' }, yes: { at: true }, no: { at: false } });
      expect(await ids({ from: 15, to: 30 })).toEqual(['e', 'b', 'c']);
      expect(await ids({ from: 30 })).toEqual(['c', 'd']);
      expect(await ids({ to: 15 })).toEqual(['a', 'e']);
      expect(await ids({ from: 16, to: 19 })).toEqual([]);
      expect(await ids({ where: { status: ['new', 'done'] }, from: 20, orderBy: latestFirst })).toEqual([
        'd',
        'c',
        'b',
      ]);
      expect(await ids({ from: '1' })).toEqual(['text']);
      expect(await ids({ to: '9' })).toEqual(['text']);
      expect(await ids({ from: false })).toEqual(['no', 'yes']);
      expect(await ids({ from: true, to: true })).toEqual(['yes']);
    });

    test('values of several types are in one order: booleans, numbers, texts by their bytes', async () => {
      const inOrder = [false, true, -1e300, -5, 0, 0.5, 3, 1e300, '', ' ', 'A', 'a', 'aa', 'ż', '\ufb01', '🎉'];
      const ids = await seeded(Object.fromEntries(inOrder.map((at, index) => [`${index}`.padStart(2, '0'), { at }])));
      const expected = inOrder.map((_, index) => `${index}`.padStart(2, '0'));
      expect(await ids({})).toEqual(expected);
      expect(await ids({ orderBy: latestFirst })).toEqual(expected.toReversed());
    });

    test('documents without an order value, or with null, are in no query', async () => {
      const ids = await seeded({ a: { at: 1, status: 'x' }, b: { at: null, status: 'x' }, c: { status: 'x' } });
      expect(await ids({})).toEqual(['a']);
      expect(await ids({ orderBy: latestFirst })).toEqual(['a']);
      expect(await ids({ where: { status: 'x' } })).toEqual(['a']);
      expect(await ids({ where: { status: ['x', 'y'] }, orderBy: latestFirst })).toEqual(['a']);
    });

    test('equality tells null, absence, booleans, numbers and texts apart', async () => {
      const ids = await seeded({
        null: { at: 1, status: null },
        absent: { at: 2 },
        true: { at: 3, status: true },
        one: { at: 4, status: 1 },
        text: { at: 5, status: '1' },
        empty: { at: 6, status: '' },
        false: { at: 7, status: false },
      });
      const cases: readonly [Query['where'][string], string[]][] = [
        [null, ['null']],
        [true, ['true']],
        [false, ['false']],
        [1, ['one']],
        ['1', ['text']],
        ['', ['empty']],
        [
          [null, 1, true],
          ['null', 'true', 'one'],
        ],
        [[null], ['null']],
      ];
      for (const [status, expected] of cases) expect(await ids({ where: { status } })).toEqual(expected);
    });

    test('ties are in the order of their ids, in the direction of the query', async () => {
      const ids = await seeded({ b: { at: 1 }, c: { at: 1 }, a: { at: 1 }, z: { at: 0 } });
      expect(await ids({})).toEqual(['z', 'a', 'b', 'c']);
      expect(await ids({ orderBy: latestFirst })).toEqual(['c', 'b', 'a', 'z']);
    });

    test('what was changed or deleted is found as it is now', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await seed(store, things, people);
      await store.commit([
        { kind: 'put', collection: things, id: 'a', data: { ...people.a, status: 'done' } },
        { kind: 'delete', collection: things, id: 'd' },
        { kind: 'put', collection: things, id: 'c', data: { ...people.c, at: null } },
      ]);
      expect(await idsOf(store, things, { where: { status: 'new' } })).toEqual([]);
      expect(await idsOf(store, things, { where: { status: 'done' } })).toEqual(['a', 'b']);
    });

    test('a query that no index covers is refused', async () => {
      const { store } = subject();
      const things = thingsCollection();
      const uncovered: Partial<Query>[] = [
        { where: { owner: 'ann' } },
        { where: { status: 'new', other: 1 } },
        { orderBy: { field: 'status', direction: 'ascending' } },
        { where: { at: 1 } },
        { where: { status: 'new', at: 1 } },
      ];
      for (const query of uncovered) {
        expect(await codeOf(store.query(things, { ...byTime, ...query }))).toBe('VALIDATION_FAILED');
      }
    });

    test('a query that Firestore could not answer is refused', async () => {
      const { store } = subject();
      const things = thingsCollection();
      const eleven = Array.from({ length: 11 }, (_, at) => at);
      const refused: Partial<Query>[] = [
        { limit: 0 },
        { limit: 501 },
        { limit: 1.5 },
        { where: { status: [] } },
        { where: { status: eleven } },
        { where: { status: eleven.slice(0, 6), owner: eleven.slice(0, 6) } },
        { from: null },
        { to: null },
        { from: 1, to: 'z' },
      ];
      for (const query of refused) {
        expect(await codeOf(store.query(things, { ...byTime, ...query }))).toBe('VALIDATION_FAILED');
      }
    });
  });
}
