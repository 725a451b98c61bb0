import { describe, expect, test } from '@jest/globals';
import { asThing, byTime, created, idsOf, latestFirst, seed, thingsCollection } from '../contract/store-under-test.ts';
import { defineCollection } from '../store.ts';
import { createSqliteStore, openSqliteStore } from './create-sqlite-store.ts';
import { openSqliteDatabase, type SqliteDatabase } from './sqlite-database.ts';
import { temporaryPaths } from './testing/temporary-folder.ts';

const newPath = temporaryPaths();
const declare = (indexes: readonly (readonly string[])[]) =>
  defineCollection({ name: 'things', parse: asThing, indexes });

describe('a new index', () => {
  test('finds the documents that were stored before it was declared', async () => {
    const path = newPath();
    const old = openSqliteStore({ path });
    const before = declare([['at']]);
    await seed(old, before, { a: { at: 1, status: 'x' }, b: { at: 2, status: null }, c: { at: 3, status: ['odd'] } });
    for (let at = 10; at < 1_300; at++)
      await old.commit([{ kind: 'put', collection: before, id: `m${at}`, data: { at } }], 'soon');
    await old.close();
    const store = openSqliteStore({ path });
    const after = declare([['at'], ['status', 'at']]);
    await created(store, after, 'd', { at: 4, status: 'x' });
    expect(await idsOf(store, after, { where: { status: 'x' } })).toEqual(['a', 'd']);
    expect(await idsOf(store, after, { where: { status: null } })).toEqual(['b']);
    await store.close();
  });

  test('stays true although an older release, without it, writes', async () => {
    const store = openSqliteStore({ path: newPath() });
    const newer = declare([['status', 'at']]);
    const older = declare([['at']]);
    const version = await created(store, older, 'a', { at: 1, status: 'x' });
    expect(await idsOf(store, newer, { where: { status: 'x' } })).toEqual(['a']);
    await store.commit([
      { kind: 'replace', collection: older, id: 'a', data: { at: 1, status: 'y' }, expected: version },
    ]);
    await created(store, older, 'b', { at: 2, status: 'y' });
    expect(await idsOf(store, newer, { where: { status: 'y' } })).toEqual(['a', 'b']);
    expect(await idsOf(store, newer, { where: { status: 'x' } })).toEqual([]);
    expect(await idsOf(store, older, {})).toEqual(['a', 'b']);
    await store.close();
  });
});

/** The database, and the SQL of the pages it was asked for. */
function spiedOn(database: SqliteDatabase): { readonly database: SqliteDatabase; readonly pages: string[] } {
  const pages: string[] = [];
  const prepareArrays = (sql: string) => {
    if (sql.includes('ORDER BY')) pages.push(sql);
    return database.prepareArrays(sql);
  };
  return { database: { ...database, prepareArrays }, pages };
}

describe('the plan of a page', () => {
  test('walks along its index, merges as it goes, and never scans or sorts', async () => {
    const { database, pages } = spiedOn(openSqliteDatabase({ path: newPath() }));
    const store = createSqliteStore(database);
    for (const expiresAtField of [undefined, 'expiresAt']) {
      const things = thingsCollection(expiresAtField === undefined ? {} : { expiresAtField });
      await seed(store, things, { a: { at: 1, status: 'x', owner: 'o' }, b: { at: 2, status: 'y', owner: 'o' } });
      for (const where of [
        {},
        { status: 'x' },
        { status: ['x', 'y'] },
        { owner: ['o', 'p', null], status: ['x', 'y'] },
      ]) {
        for (const orderBy of [byTime.orderBy, latestFirst]) {
          const first = await store.query(things, { ...byTime, where, orderBy, limit: 1 });
          if (first.nextCursor)
            await store.query(things, { ...byTime, where, orderBy, limit: 1, cursor: first.nextCursor });
          await store.query(things, { ...byTime, where, orderBy, from: 1, to: 2 });
        }
      }
    }
    expect(pages.length).toBeGreaterThanOrEqual(28);
    for (const sql of pages) {
      const plan = database
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail));
      expect(plan.filter((line) => /SCAN|TEMP B-TREE/.test(line))).toEqual([]);
      expect(plan.some((line) => /USING INDEX/.test(line))).toBe(true);
      expect(plan.includes('MERGE (UNION ALL)')).toBe(sql.includes('UNION ALL'));
    }
    await database.close();
  });
});
