import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@intexuraos/kernel';
import { describe, expect, test } from '@jest/globals';
import { codeOf, created, thingsCollection } from '../contract/store-under-test.ts';
import { createSqliteStore } from './create-sqlite-store.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { temporaryPaths } from './testing/temporary-folder.ts';

const newPath = temporaryPaths();

function open(flushSoonMs = 5) {
  const database = openSqliteDatabase({ path: newPath(), flushSoonMs });
  database.prepare('CREATE TABLE numbers (n PRIMARY KEY)').run();
  const store = createSqliteStore(database);
  const insert = database.prepare('INSERT INTO numbers VALUES (?)');
  const numbers = () =>
    database
      .prepare('SELECT n FROM numbers ORDER BY n')
      .all()
      .map(({ n }) => n);
  return { database, store, insert, numbers };
}

describe('flushes', () => {
  test('commits of one turn share one, whoever makes them', async () => {
    const { database, store, insert } = open();
    const things = thingsCollection();
    await created(store, things, 'first', {});
    const before = database.flushes;
    const commits = Array.from({ length: 300 }, (_, at) => created(store, things, `a${at}`, { at }));
    await Promise.all([...commits, database.write(() => insert.run(1), 'flushed')]);
    expect(database.flushes - before).toBe(1);
    await database.close();
  });

  test('a `flushed` write resolves after its flush, a `soon` write before it', async () => {
    const { database, insert } = open(20);
    await database.write(() => insert.run(0), 'flushed');
    const before = database.flushes;
    await database.write(() => insert.run(1), 'soon');
    expect(database.flushes).toBe(before);
    await database.write(() => insert.run(2), 'flushed');
    expect(database.flushes).toBe(before + 1);
    await database.close();
  });

  test('`soon` writes are flushed together and without help', async () => {
    const { database, insert } = open(20);
    let told = 0;
    database.onFlushed(() => {
      told += 1;
    });
    for (let n = 0; n < 10; n++) await database.write(() => insert.run(n), 'soon');
    expect(told).toBe(0);
    for (let waited = 0; told === 0 && waited < 2_000; waited += 10) await sleep(10);
    expect({ told, flushes: database.flushes }).toEqual({ told: 1, flushes: 1 });
    await database.close();
  });

  test('closing flushes what is due', async () => {
    const { database, insert } = open(60_000);
    await database.write(() => insert.run(1), 'soon');
    const flushed = database.write(() => insert.run(2), 'flushed');
    await database.close();
    await flushed;
    expect(database.flushes).toBe(1);
  });
});

describe('a write that throws', () => {
  test('takes all others of its flush along, and none of another', async () => {
    const { database, insert, numbers } = open();
    await database.write(() => insert.run(1), 'flushed');
    const neighbour = database.write(() => insert.run(2), 'flushed');
    const failing = database.write(() => {
      insert.run(3);
      throw new AppError('VALIDATION_FAILED', 'found too late');
    }, 'flushed');
    const late = database.write(() => insert.run(4), 'flushed');
    expect(await codeOf(failing)).toBe('VALIDATION_FAILED');
    expect(await codeOf(neighbour)).toBe('UNAVAILABLE');
    await late;
    expect(numbers()).toEqual([1, 4]);
    await database.close();
  });

  test('an error of SQLite is UNAVAILABLE, and the next write succeeds', async () => {
    const { database, insert, numbers } = open();
    await database.write(() => insert.run(1), 'flushed');
    expect(await codeOf(database.write(() => insert.run(1), 'flushed'))).toBe('UNAVAILABLE');
    await database.write(() => insert.run(2), 'flushed');
    expect(numbers()).toEqual([1, 2]);
    await database.close();
  });

  test('tables that were created in what was rolled back are created again', async () => {
    const { database, store } = open();
    const things = thingsCollection();
    const first = store.commit([{ kind: 'create', collection: things, id: 'a', data: {} }]);
    const failing = database.write(() => {
      throw new Error('a mistake');
    }, 'soon');
    expect(await codeOf(failing)).toBe('UNAVAILABLE');
    expect(await codeOf(first)).toBe('UNAVAILABLE');
    expect(await store.get(things, 'a')).toBeNull();
    const version = await created(store, things, 'a', {});
    expect(await store.get(things, 'a')).toMatchObject({ version });
    await database.close();
  });
});
