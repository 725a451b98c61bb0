import { describe, expect, test } from '@jest/globals';
import type { Collection, Page, Query, Store } from '../store.ts';
import {
  byTime,
  codeOf,
  latestFirst,
  type StoreUnderTest,
  seed,
  type Thing,
  thingsCollection,
} from './store-under-test.ts';

/** Reads a query to its end; `between` happens after each page. */
async function readAll(
  store: Store,
  collection: Collection<Thing>,
  query: Query,
  between: (page: number) => Promise<unknown> = async () => undefined,
): Promise<string[][]> {
  const pages: string[][] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page<Thing> = await store.query(collection, cursor === '' ? query : { ...query, cursor });
    pages.push(page.docs.map(({ id }) => id));
    cursor = page.nextCursor;
    await between(pages.length);
  }
  return pages;
}

const manyTies = Object.fromEntries(
  Array.from({ length: 10 }, (_, at) => [`d${at}`, { at: Math.floor(at / 4), status: at % 2 === 0 ? 'even' : 'odd' }]),
);
const allIds = Object.keys(manyTies);

export function describePages(subject: () => StoreUnderTest): void {
  describe('pages', () => {
    test('pages follow each other without gap or repetition, also among ties, both ways', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await seed(store, things, manyTies);
      for (const limit of [1, 3, 4, 10, 11]) {
        const forward = await readAll(store, things, { ...byTime, limit });
        expect(forward.flat()).toEqual(allIds);
        expect(forward).toHaveLength(Math.ceil(10 / limit));
        const backward = await readAll(store, things, { ...byTime, orderBy: latestFirst, limit });
        expect(backward.flat()).toEqual(allIds.toReversed());
      }
    });

    test('pages of a merged query, with bounds', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await seed(store, things, manyTies);
      const where = { status: ['even', 'odd'] };
      for (const limit of [1, 3, 7]) {
        const bounded = { ...byTime, where, from: 0, to: 1, limit };
        expect((await readAll(store, things, bounded)).flat()).toEqual(allIds.slice(0, 8));
        const backward = { ...bounded, orderBy: latestFirst, from: 1, to: 2 };
        expect((await readAll(store, things, backward)).flat()).toEqual(allIds.slice(4).toReversed());
      }
    });

    test('values of all types survive in a cursor', async () => {
      const { store } = subject();
      const things = thingsCollection();
      const values = [false, true, -1.5, 0, 1.7e12, '', 'text', '🎉 ż'];
      await seed(store, things, Object.fromEntries(values.map((at, index) => [`d${index}`, { at }])));
      expect((await readAll(store, things, { ...byTime, limit: 1 })).flat()).toHaveLength(values.length);
      const backward = await readAll(store, things, { ...byTime, orderBy: latestFirst, limit: 1 });
      expect(backward.flat()).toHaveLength(values.length);
    });

    test('odd ids and sub-collections survive in a cursor', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await seed(store, things, { 'a/b': { at: 1 }, '..': { at: 2 }, 'ż 🎉': { at: 3 } });
      expect((await readAll(store, things, { ...byTime, limit: 1 })).flat()).toEqual(['a/b', '..', 'ż 🎉']);
      const events = thingsCollection({ parent: things.name });
      await seed(store, events, { 'p/1': { at: 1 }, 'q/1': { at: 1 }, 'p/2': { at: 2 } });
      expect((await readAll(store, events, { ...byTime, limit: 1 })).flat()).toEqual(['p/1', 'q/1', 'p/2']);
    });

    test('a page is not shifted by what is written before or after it meanwhile', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await seed(store, things, { b: { at: 10 }, d: { at: 20 }, f: { at: 30 }, h: { at: 40 } });
      const pages = await readAll(store, things, { ...byTime, limit: 2 }, async (page) => {
        if (page === 1) await seed(store, things, { a: { at: 5 }, e: { at: 20 }, g: { at: 35 } });
        if (page === 2) await store.commit([{ kind: 'delete', collection: things, id: 'e' }]);
      });
      expect(pages).toEqual([
        ['b', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ]);
    });

    test('a cursor that was damaged, made up, or of another query is refused', async () => {
      const { store } = subject();
      const things = thingsCollection();
      await seed(store, things, manyTies);
      const query: Query = { ...byTime, where: { status: 'even' }, limit: 2 };
      const cursor = (await store.query(things, query)).nextCursor ?? '';
      const forged = Buffer.from(JSON.stringify([2, 'd0', 'AAAAAAAAAAAAAAAA'])).toString('base64url');
      const damaged = `${cursor.slice(0, 4)}${cursor[4] === 'A' ? 'B' : 'A'}${cursor.slice(5)}`;
      for (const bad of ['', 'x', '!!', forged, damaged, cursor.slice(1), cursor.slice(0, -4)]) {
        expect(await codeOf(store.query(things, { ...query, cursor: bad }))).toBe('VALIDATION_FAILED');
      }
      const others: Partial<Query>[] = [{ where: { status: 'odd' } }, { orderBy: latestFirst }, { from: 1 }, { to: 1 }];
      for (const other of others) {
        expect(await codeOf(store.query(things, { ...query, ...other, cursor }))).toBe('VALIDATION_FAILED');
      }
      expect(await codeOf(store.query(thingsCollection(), { ...query, cursor }))).toBe('VALIDATION_FAILED');
      expect((await store.query(things, { ...query, limit: 1, cursor })).docs).toHaveLength(1);
    });
  });
}
