import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createdIn } from './testing/harness/api.ts';
import { wished } from './testing/harness/life.ts';
import { type OneMachine, openOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import { wishFor } from './testing/harness/wishes.ts';

const refused = { code: 1, signal: null };

describe('a data folder', () => {
  const worlds: OneMachine[] = [];
  let dataDir = '';
  const opened = async () => {
    const world = await openOneMachine({ dataDir });
    worlds.push(world);
    return world;
  };
  const databaseFile = () => join(dataDir, 'intexuraos.db');

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'intexuraos-folder-'));
  });
  afterEach(async () => {
    await Promise.all(worlds.splice(0).map((world) => world.close()));
    await rm(dataDir, { recursive: true, force: true });
  });

  test('is refused to a second process, which says why and disturbs nobody', async () => {
    const [first, second] = [await opened(), await opened()];
    await first.machine.start();
    expect(await second.machine.start()).toEqual(refused);
    expect(second.machine.output()).toContain('is in use by another process');
    expect(await wished(first, wishFor('todo'))).toMatch(/^[0-9a-f-]{36}$/);
    expect((await first.api.ready()).status).toBe(200);
  }, 60_000);

  test('that two processes start on at once belongs to one of them, for good', async () => {
    const both = [await opened(), await opened()];
    const starts = await Promise.all(both.map(({ machine }) => machine.start()));
    expect(starts).toContain('ready');
    expect(starts).toContainEqual(refused);
    const winner = both[starts.indexOf('ready')];
    expect(winner).toBeDefined();
    const before = await winner?.api.create(wishFor('todo', 'before'));
    await winner?.machine.kill();
    await winner?.machine.start();
    const after = await winner?.api.create(wishFor('todo', 'before'));
    expect([before?.status, after?.status]).toEqual([201, 200]);
    expect(after && createdIn(after)?.id).toBe(before && createdIn(before)?.id);
  }, 60_000);

  test('whose file is damaged is refused, and nothing in it is changed', async () => {
    const { machine } = await opened();
    await machine.start();
    await machine.kill('SIGTERM');
    const damaged = readFileSync(databaseFile());
    damaged.fill(0x5a, 4_096, 12_288);
    writeFileSync(databaseFile(), damaged);
    expect(await machine.start()).toEqual(refused);
    expect(machine.output()).toMatch(/is damaged.*restore a backup/);
    expect(readFileSync(databaseFile()).equals(damaged)).toBe(true);
  }, 60_000);

  test('whose file is not a database is refused, and nothing in it is changed', async () => {
    const { machine } = await opened();
    writeFileSync(databaseFile(), 'my diary\n'.repeat(1_000));
    expect(await machine.start()).toEqual(refused);
    expect(machine.output()).toContain('is damaged');
    expect(readFileSync(databaseFile(), 'utf8')).toBe('my diary\n'.repeat(1_000));
  }, 60_000);

  test('that a newer release wrote is refused to this one', async () => {
    const { machine } = await opened();
    await machine.start();
    await machine.kill('SIGTERM');
    const database = new DatabaseSync(databaseFile());
    database.exec('PRAGMA user_version = 1000');
    database.close();
    const newer = readFileSync(databaseFile());
    expect(await machine.start()).toEqual(refused);
    expect(machine.output()).toContain('was written by a newer release');
    expect(readFileSync(databaseFile()).equals(newer)).toBe(true);
  }, 60_000);
});
