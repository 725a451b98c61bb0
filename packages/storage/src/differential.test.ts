import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CommandRunner, createCommandRunner } from './contract/command-runner.ts';
import { anyCommands, type Command, expiringCommands, finalCommands } from './contract/random-commands.ts';
import { thingsCollection } from './contract/store-under-test.ts';
import { type TestClock, testClock } from './contract/test-doubles.ts';
import { createFirestoreStore } from './firestore/create-firestore-store.ts';
import { createMemoryStore } from './memory/create-memory-store.ts';
import { openSqliteStore } from './sqlite/create-sqlite-store.ts';
import { temporaryPaths } from './sqlite/testing/temporary-folder.ts';
import type { Store } from './store.ts';

const sequences = Number(process.env['STORE_SEQUENCES'] ?? 150);
const host = process.env['FIRESTORE_EMULATOR_HOST'];

const newPath = temporaryPaths();
const memory = createMemoryStore({ clock: testClock() });
const sqlite = openSqliteStore({ path: newPath(), clock: testClock() });
afterAll(async () => {
  await sqlite.close();
});

/** Each sequence has a collection of its own. */
async function compare(one: Store, other: Store, commands: readonly Command[]): Promise<void> {
  const things = thingsCollection();
  await expectSameAnswers([createCommandRunner(one, things), createCommandRunner(other, things)], commands);
}

/** Each sequence has stores of its own, because purging is about all collections. */
async function compareExpiring(commands: readonly Command[]): Promise<void> {
  const clock = testClock();
  const path = newPath();
  const file = openSqliteStore({ path, clock });
  const things = thingsCollection({ expiresAtField: 'expiresAt' });
  const runners = [
    createCommandRunner(createMemoryStore({ clock }), things),
    createCommandRunner(file, things),
  ] as const;
  try {
    await expectSameAnswers(runners, commands, clock);
  } finally {
    await file.close();
    rmSync(path);
  }
}

async function expectSameAnswers(
  [one, other]: readonly [CommandRunner, CommandRunner],
  commands: readonly Command[],
  clock?: TestClock,
): Promise<void> {
  for (const command of [...commands, ...finalCommands]) {
    if (command.command === 'advance') clock?.advance(command.ms);
    const expected = await one.run(command);
    expect(await other.run(command)).toEqual(expected);
  }
}

describe('random commands', () => {
  test(
    'have the same answers from memory and from SQLite',
    () =>
      fc.assert(
        fc.asyncProperty(anyCommands, (commands) => compare(memory, sqlite, commands)),
        { numRuns: sequences },
      ),
    60_000 + sequences * 100,
  );

  test(
    'have the same answers while documents expire and are purged',
    () => fc.assert(fc.asyncProperty(expiringCommands(testClock().now()), compareExpiring), { numRuns: sequences }),
    60_000 + sequences * 100,
  );

  // Its absence is reported, and refused in CI, by the contract of the Firestore store.
  (host === undefined ? test.skip : test)(
    'have the same answers from memory and from Firestore',
    async () => {
      process.env['METADATA_SERVER_DETECTION'] ??= 'none';
      const firestore = createFirestoreStore({ projectId: `demo-${randomUUID()}` });
      await fc.assert(
        fc.asyncProperty(anyCommands, (commands) => compare(memory, firestore, commands)),
        {
          numRuns: Math.ceil(sequences / 10),
        },
      );
      await firestore.close();
    },
    60_000 + sequences * 100,
  );
});
