import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteDatabase } from '@intexuraos/storage/sqlite';
import { createSeededRandom } from '@intexuraos/testing';
import { expect, test } from '@jest/globals';

const kills = 8;
const fixture = join(import.meta.dirname, 'publish-until-killed.fixture.ts');

/** Runs the fixture until it ends by itself, or kills it as kill -9 does, `ms` after it is ready. */
async function run(settings: readonly string[], ms = Number.POSITIVE_INFINITY): Promise<void> {
  const child = spawn(process.execPath, ['--conditions=source', fixture, ...settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  if (Number.isFinite(ms)) {
    await sleep(ms);
    child.kill('SIGKILL');
  }
  await ended;
}

const numbersAfter = (word: string, log: string) =>
  new Set(Array.from(log.matchAll(new RegExp(`^${word} (\\d+)$`, 'gm')), ([, n]) => Number(n)));

test.each(['flushed', 'soon'])(
  'killed again and again while publishing %s, no message that counts as told is lost',
  async (durability) => {
    const folder = await mkdtemp(join(tmpdir(), 'carrier-kill-'));
    const [path, log] = [join(folder, 'store.db'), join(folder, 'log')];
    const random = createSeededRandom(17);
    for (let kill = 0; kill < kills; kill += 1) {
      await run([path, log, String(kill * 1_000_000), durability], 20 + random.fraction() * 150);
      // A line that was cut off in the middle must not swallow the next one.
      appendFileSync(log, '\n');
    }
    await run([path, log, '-1', durability]);

    const text = readFileSync(log, 'utf8');
    const done = numbersAfter('done', text);
    const database = openSqliteDatabase({ path, lockWaitMs: 5_000 });
    const sent = database
      .prepare('SELECT n FROM carrier_test_sent')
      .all()
      .map(({ n }) => Number(n));
    const rows = database.prepare('SELECT count(*) AS n FROM carrier_messages').get();
    await database.close();

    // Publishing soon, what resolved may be forgotten together with the sender's note of it, never without it.
    const told = durability === 'soon' ? sent : [...numbersAfter('accepted', text)];
    expect(told.length).toBeGreaterThan(kills * 5);
    expect(told.filter((n) => !done.has(n))).toEqual([]);
    expect(rows).toEqual({ n: 0 });
    await rm(folder, { recursive: true });
  },
  120_000,
);
