import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemRandom } from '@intexuraos/kernel';
import { describe, expect, test } from '@jest/globals';
import { codeOf } from '../contract/store-under-test.ts';
import { openSqliteStore } from './create-sqlite-store.ts';
import { records, states } from './testing/pairs.ts';
import { temporaryPaths } from './testing/temporary-folder.ts';
import { startWriter } from './testing/writer-process.ts';

const kills = Number(process.env['STORE_KILLS'] ?? 6);
const newPath = temporaryPaths();
const below = (limit: number) => Math.floor(systemRandom.fraction() * limit);

/** The ids in both tables of a file that nobody has open. */
function idsIn(path: string): { readonly states: readonly string[]; readonly records: readonly string[] } {
  const connection = new DatabaseSync(path);
  // The end of the log that was cut off may have been all there was.
  const tables = connection.prepare('SELECT name FROM sqlite_schema').all();
  const idsOf = (table: string) =>
    !tables.some(({ name }) => name === table)
      ? []
      : connection
          .prepare(`SELECT id FROM ${table} ORDER BY id`)
          .all()
          .map(({ id }) => String(id));
  expect(connection.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  const ids = { states: idsOf('states'), records: idsOf('records') };
  connection.close();
  return ids;
}

describe('a process that is killed while it writes', () => {
  test(
    'has lost nothing that it acknowledged, and left nothing half done',
    async () => {
      const path = newPath();
      const acknowledged: string[] = [];
      for (let kill = 0; kill < kills; kill++) {
        const writer = startWriter(path, `run${kill}`);
        await writer.reached(1);
        await sleep(below(150));
        writer.signal('SIGKILL');
        await writer.ended;
        acknowledged.push(...writer.acknowledged);
        const stored = idsIn(path);
        expect(stored.states).toEqual(stored.records);
        const present = new Set(stored.states);
        expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
      }
      expect(acknowledged.length).toBeGreaterThan(kills * 8);
    },
    kills * 10_000,
  );

  test('gives the file free for the next one, whose versions are new', async () => {
    const path = newPath();
    const writer = startWriter(path, 'run');
    await writer.reached(20);
    writer.signal('SIGKILL');
    await writer.ended;
    const store = openSqliteStore({ path });
    const page = await store.query(states, {
      where: {},
      orderBy: { field: 'at', direction: 'descending' },
      limit: 500,
    });
    const outcome = await store.commit([{ kind: 'create', collection: records, id: 'next', data: {} }]);
    const newest = Math.max(...page.docs.map(({ version }) => Number(version)));
    expect(outcome.outcome === 'committed' && Number(outcome.versions[0])).toBeGreaterThan(newest);
    await store.close();
  }, 20_000);
});

describe('a copy of the files as a power cut may leave them', () => {
  test('opens without torn commits, or is refused', async () => {
    const path = newPath();
    const writer = startWriter(path, 'run');
    await writer.reached(50);
    const verdicts: string[] = [];
    for (let round = 0; round < 12; round++) {
      await writer.reached(writer.acknowledged.length + 20);
      const copy = newPath();
      const acknowledged = [...writer.acknowledged];
      writer.signal('SIGSTOP');
      await sleep(20);
      copyFileSync(path, copy);
      copyFileSync(`${path}-wal`, `${copy}-wal`);
      writer.signal('SIGCONT');
      damage(`${copy}-wal`, round);
      verdicts.push(await verdictOn(copy));
      if (round % 3 === 0) expect(idsIn(copy).states).toEqual(expect.arrayContaining(acknowledged));
    }
    writer.signal('SIGKILL');
    await writer.ended;
    expect(new Set(verdicts)).toContain('whole');
    for (const verdict of verdicts) expect(['whole', 'refused']).toContain(verdict);
  }, 60_000);
});

/** A third of the copies stay as they are, a third lose their end, a third have one byte changed. */
function damage(log: string, round: number): void {
  const bytes = readFileSync(log);
  const at = below(bytes.length);
  if (round % 3 === 1) writeFileSync(log, bytes.subarray(0, at));
  if (round % 3 === 2) writeFileSync(log, bytes.fill((bytes[at] ?? 0) ^ 0x5a, at, at + 1));
}

async function verdictOn(path: string): Promise<string> {
  const opening = (async () => openSqliteStore({ path }).close())();
  if (
    (await opening.then(
      () => 'open',
      () => 'refused',
    )) === 'refused'
  ) {
    expect(await codeOf(opening)).toBe('UNAVAILABLE');
    expect(existsSync(path)).toBe(true);
    return 'refused';
  }
  const ids = idsIn(path);
  return ids.states.join() === ids.records.join() ? 'whole' : 'torn';
}
