import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { refusalIn } from './testing/harness/api.ts';
import { asked, atRest, reached, timelineOf, viewOf, wished } from './testing/harness/life.ts';
import { type OneMachine, openOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import { checkEffects, checkTimeline } from './testing/harness/truth.ts';
import { until } from './testing/harness/until.ts';
import { wishFor } from './testing/harness/wishes.ts';

const options = ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs'];

function mayMount(): boolean {
  const folder = join(tmpdir(), `intexuraos-mount-${process.pid}`);
  mkdirSync(folder);
  try {
    execFileSync('mount', [...options, folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    process.stderr.write('SKIPPED: a full disk cannot be tried here, because mounting a small one is not permitted.\n');
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes until there is no room for one more byte. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) writeUntilFull(file, Buffer.alloc(size));
  } finally {
    closeSync(file);
  }
}

function writeUntilFull(file: number, chunk: Buffer): void {
  try {
    for (;;) if (writeSync(file, chunk) < chunk.length) return;
  } catch (error) {
    // Not an Error of this realm where tests run.
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

const describeWhereMounting = mayMount() ? describe : describe.skip;

describeWhereMounting('a full disk', () => {
  let disk = '';
  let world: OneMachine;
  const ballast = () => join(disk, 'ballast');

  beforeEach(async () => {
    disk = await mkdtemp(join(tmpdir(), 'intexuraos-disk-'));
    execFileSync('mount', [...options, disk]);
    world = await openOneMachine({ dataDir: join(disk, 'data') });
    await world.machine.start();
  }, 60_000);

  afterEach(async () => {
    await world.close();
    execFileSync('umount', [disk]);
    await rm(disk, { recursive: true });
  });

  test('is said with 503 STORAGE_FULL, and over by itself when there is room again', async () => {
    const { machine, api, phone } = world;
    const kept = await wished(world, wishFor('todo'));
    const ask = await asked(world, kept);
    await atRest(world);
    fill(ballast());
    const refused = await until('a refusal', async () => {
      const answer = await api.create(wishFor('note'));
      return answer.status === 503 ? answer : null;
    });
    expect(refusalIn(refused)?.code).toBe('STORAGE_FULL');
    expect((await api.patch(kept, { status: 'pending' })).status).toBe(503);
    expect((await api.ready()).status).toBe(503);
    expect((await viewOf(world, kept)).status).toBe('awaiting_approval');
    phone.tap(ask, 'Approve');
    rmSync(ballast());
    checkEffects(await reached(world, kept, 'completed'), world.target.ledger);
    await until('it to be ready again', async () => ((await api.ready()).status === 200 ? true : null));
    expect(await wished(world, wishFor('note'))).toMatch(/-/);
    expect(machine.deaths).toEqual([]);
    expect(await machine.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(await world.readStored(async ({ integrity, deadLetters }) => [integrity, deadLetters])).toEqual(['ok', 0]);
  }, 60_000);

  test('in the middle of a run does not make it happen twice', async () => {
    const { machine, phone, target } = world;
    target.usually('fine after a moment');
    const id = await wished(world, wishFor('todo'));
    phone.tap(await asked(world, id), 'Approve');
    await until('the call', () => target.calls.find(({ actionId }) => actionId === id) ?? null);
    fill(ballast());
    await until('the end of the lease', () =>
      Date.now() > (target.ledger[0]?.at ?? Number.POSITIVE_INFINITY) + 1_500 ? true : null,
    );
    rmSync(ballast());
    const view = await reached(world, id, 'completed');
    checkEffects(view, target.ledger);
    checkTimeline(view, await timelineOf(world, id));
    expect(machine.deaths).toEqual([]);
  }, 60_000);
});
