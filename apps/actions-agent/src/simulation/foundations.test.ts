import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { createFirestoreStore } from '@intexuraos/storage/firestore';
import { openSqliteStore } from '@intexuraos/storage/sqlite';
import { emulatorOrSkip, firestoreEmulator } from '@intexuraos/testing';
import { afterAll, describe, expect, test } from '@jest/globals';
import { simulate } from './simulate.ts';
import type { OpenStore } from './world.ts';

const lives = Number(process.env['STORE_LIVES'] ?? 20);
const first = Number(process.env['SIMULATION_SEED'] ?? 1);
const emulator = emulatorOrSkip(await firestoreEmulator());

const folder = mkdtempSync(join(tmpdir(), 'simulated-lives-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inFile: OpenStore = (clock) => openSqliteStore({ path: join(folder, `${randomUUID()}.db`), clock });
const inFirestore: OpenStore = (clock) => timedBy(clock, createFirestoreStore({ projectId: `demo-${randomUUID()}` }));

/** Firestore's own clock does not stand still: what it says about the time is what the simulation says. */
const timedBy = (clock: Clock, store: Store): Store => ({
  ...store,
  get: async (collection, id) => {
    const found = await store.get(collection, id);
    return found && { ...found, readAt: clock.now() };
  },
  query: async (collection, query) => {
    const { docs, nextCursor } = await store.query(collection, query);
    const readAt = clock.now();
    return { docs: docs.map((stored) => ({ ...stored, readAt })), nextCursor, readAt };
  },
  commit: async (writes, durability) => {
    const outcome = await store.commit(writes, durability);
    return outcome.outcome === 'conflict' ? outcome : { ...outcome, committedAt: clock.now() };
  },
});

/** Firestore answers more slowly, and is asked less. */
const foundations = [
  ['SQLite', inFile, lives],
  ['Firestore', inFirestore, Math.ceil(lives / 10)],
] as const;

describe('a life that memory keeps leaves behind the same actions, messages and effects', () => {
  for (const [name, openStore, count] of foundations) {
    (name === 'Firestore' && emulator === null ? test.skip : test)(
      `in ${name}`,
      async () => {
        for (let seed = first; seed < first + count; seed += 1)
          expect({ seed, ...(await simulate(seed, openStore)) }).toEqual({ seed, ...(await simulate(seed)) });
      },
      60_000 + count * 20_000,
    );
  }
});
