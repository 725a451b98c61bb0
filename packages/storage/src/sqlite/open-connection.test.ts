import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { created, thingsCollection } from '../contract/store-under-test.ts';
import { openSqliteStore } from './create-sqlite-store.ts';
import { layoutVersion } from './open-connection.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { temporaryPaths } from './testing/temporary-folder.ts';
import { startWriter } from './testing/writer-process.ts';

const newPath = temporaryPaths();
const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function fileWithDocuments(): Promise<string> {
  const path = newPath();
  const store = openSqliteStore({ path });
  const things = thingsCollection();
  for (let at = 0; at < 50; at++) await created(store, things, `d${at}`, { at, note: 'x'.repeat(3_000) });
  await store.close();
  return path;
}

describe('opening a store', () => {
  test('creates the file, and the folder, for its owner only', async () => {
    const path = join(newPath(), 'deep', 'store.db');
    const store = openSqliteStore({ path });
    await created(store, thingsCollection(), 'a', {});
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
    await store.close();
  });

  test('syncs each commit to the disk', () => {
    const database = openSqliteDatabase({ path: newPath() });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    return database.close();
  });

  test('is refused while another process has the file, and succeeds when that is gone', async () => {
    const path = newPath();
    const first = startWriter(path, 'first');
    await first.reached(1);
    expect(() => openSqliteStore({ path, lockWaitMs: 0 })).toThrow(/is in use by another process/);
    const second = await startWriter(path, 'second').ended;
    expect(second.code).toBe(1);
    expect(second.errors).toContain('is in use by another process. One process per store: stop the other one first.');
    const acknowledged = first.acknowledged.length;
    await first.reached(acknowledged + 1);
    first.signal('SIGKILL');
    await first.ended;
    await openSqliteStore({ path }).close();
  }, 20_000);

  test('is refused within the same process too', async () => {
    const path = newPath();
    const store = openSqliteStore({ path });
    expect(() => openSqliteStore({ path, lockWaitMs: 0 })).toThrow(/is in use/);
    await created(store, thingsCollection(), 'a', {});
    await store.close();
  });

  test('is refused for a damaged file, which stays as it is', async () => {
    const path = await fileWithDocuments();
    const whole = readFileSync(path);
    const damages: readonly ((bytes: Buffer) => Buffer)[] = [
      (bytes) => bytes.fill('garbage', 0, 100),
      (bytes) => bytes.fill(0xa5, 8_192, 16_384),
      (bytes) => bytes.subarray(0, bytes.length / 2),
      () => Buffer.from('{"this": "is no database, but it is long enough to be taken for one"}'.repeat(20)),
    ];
    for (const damage of damages) {
      writeFileSync(path, damage(Buffer.from(whole)));
      const before = digestOf(path);
      expect(() => openSqliteStore({ path })).toThrow(/is damaged. Nothing was changed: restore a backup/);
      expect(digestOf(path)).toBe(before);
    }
    writeFileSync(path, whole);
    await openSqliteStore({ path }).close();
  });

  test('is refused for the file of a newer release, which stays as it is', async () => {
    const path = await fileWithDocuments();
    const newer = new DatabaseSync(path);
    newer.exec(`PRAGMA user_version = ${layoutVersion + 1}`);
    newer.close();
    const before = digestOf(path);
    expect(() => openSqliteStore({ path })).toThrow(/was written by a newer release/);
    expect(digestOf(path)).toBe(before);
  });

  test('is refused for the file of another program, and for a folder', () => {
    const path = newPath();
    const foreign = new DatabaseSync(path);
    foreign.exec('CREATE TABLE theirs (x)');
    foreign.close();
    expect(() => openSqliteStore({ path })).toThrow(/belongs to another program/);
    expect(() => openSqliteStore({ path: join(path, '..') })).toThrow(/cannot be opened/);
    expect(() => openSqliteStore({ path: join(path, 'below-a-file', 'x.db') })).toThrow(/cannot be created/);
  });
});
