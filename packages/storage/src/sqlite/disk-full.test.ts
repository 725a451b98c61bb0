import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { codeOf, created, idsOf, thingsCollection } from '../contract/store-under-test.ts';
import type { Store } from '../store.ts';
import { createSqliteStore } from './create-sqlite-store.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { temporaryPaths } from './testing/temporary-folder.ts';

const newPath = temporaryPaths();

interface SmallDisk {
  readonly store: Store;
  makeRoom(): void;
  remove(): void;
}

/** A disk of its own that is really full; null where mounting is not allowed. */
function smallTmpfs(): SmallDisk | null {
  const folder = newPath();
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    process.stderr.write(
      '\n*** SKIPPED: no tmpfs may be mounted here, so only a simulated full disk is tested ***\n\n',
    );
    return null;
  }
  const filler = join(folder, 'filler');
  writeFileSync(filler, Buffer.alloc(3_000_000));
  const store = createSqliteStore(openSqliteDatabase({ path: join(folder, 'store.db') }));
  return { store, makeRoom: () => rmSync(filler), remove: () => void execFileSync('umount', ['--lazy', folder]) };
}

function limitedPages(): SmallDisk {
  const database = openSqliteDatabase({ path: newPath() });
  database.prepare('PRAGMA max_page_count = 500').get();
  const makeRoom = () => void database.prepare('PRAGMA max_page_count = 100000').get();
  return { store: createSqliteStore(database), makeRoom, remove: () => undefined };
}

const things = thingsCollection();
const page = 'x'.repeat(200_000);

/** Commits until one is refused; answers with the ids that were acknowledged and the refusal. */
async function fill(store: Store): Promise<{ readonly acknowledged: string[]; readonly code: string }> {
  const acknowledged: string[] = [];
  for (let at = 100; at < 200; at++) {
    const commit = created(store, things, `d${at}`, { at, note: page });
    const code = await commit.then(
      () => null,
      () => codeOf(commit),
    );
    if (code !== null) return { acknowledged, code };
    acknowledged.push(`d${at}`);
  }
  throw new Error('The disk is larger than thought');
}

async function expectRecovery({ store, makeRoom }: SmallDisk): Promise<void> {
  const { acknowledged, code } = await fill(store);
  expect(code).toBe('STORAGE_FULL');
  expect(acknowledged.length).toBeGreaterThan(2);
  expect(await idsOf(store, things, {})).toEqual(acknowledged);
  const rivals = [1, 2, 3].map((n) =>
    store.commit([{ kind: 'put', collection: things, id: `r${n}`, data: { note: page } }]),
  );
  expect(await Promise.all(rivals.map(codeOf))).toEqual(['STORAGE_FULL', 'STORAGE_FULL', 'STORAGE_FULL']);
  expect(await codeOf(store.ping())).toBe('STORAGE_FULL');
  makeRoom();
  await store.ping();
  await created(store, things, 'after', { at: 1_000, note: page });
  expect(await idsOf(store, things, {})).toEqual([...acknowledged, 'after']);
}

describe.each([
  ['a full disk', smallTmpfs],
  ['a file at its limit', limitedPages],
])('%s', (_, openDisk) => {
  test('is STORAGE_FULL, loses nothing, shows in ping, and the store recovers by itself', async () => {
    const disk = openDisk();
    if (disk === null) return;
    try {
      await expectRecovery(disk);
    } finally {
      await disk.store.close();
      disk.remove();
    }
  });
});
