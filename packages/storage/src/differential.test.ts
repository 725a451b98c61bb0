import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCommandRunner } from './contract/command-runner.ts';
import { anyCommands, type Command, expiringCommands, finalCommands } from './contract/random-commands.ts';
import { thingsCollection } from './contract/store-under-test.ts';
import { testClock } from './contract/test-doubles.ts';
import { createFirestoreStore } from './firestore/create-firestore-store.ts';
import { createMemoryStore } from './memory/create-memory-store.ts';
import { openSqliteStore } from './sqlite/create-sqlite-store.ts';
import { temporaryPaths } from './sqlite/testing/temporary-folder.ts';
import type { Store } from './store.ts';

const sequences = Number(process.env['STORE_SEQUENCES'] ?? 150);
const host = process.env['FIRESTORE_EMULATOR_HOST'];

const clock = testClock();
const memory = createMemoryStore({ clock });
const sqlite = openSqliteStore({ path: temporaryPaths()(), clock });
afterAll(async () => {
  await sqlite.close();
});

/** Each sequence has a collection of its own; after each command the answers are compared. */
async function compare(one: Store, other: Store, commands: readonly Command[], expiresAtField?: string): Promise<void> {
  const things = thingsCollection(expiresAtField === undefined ? {} : { expiresAtField });
  const runners = [createCommandRunner(one, things), createCommandRunner(other, things)] as const;
  for (const command of [...commands, ...finalCommands]) {
    if (command.command === 'advance') clock.advance(command.ms);
    const [expected, actual] = [await runners[0].run(command), await runners[1].run(command)];
    expect(actual).toEqual(expected);
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
    () =>
      fc.assert(
        fc.asyncProperty(expiringCommands(clock.now()), async (commands) => {
          const start = clock.now();
          await memory.purgeExpired(1_000_000);
          await sqlite.purgeExpired(1_000_000);
          await compare(memory, sqlite, commands, 'expiresAt');
          clock.advance(start - clock.now());
        }),
        { numRuns: sequences },
      ),
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
