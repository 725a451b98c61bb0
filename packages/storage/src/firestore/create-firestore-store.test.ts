import { randomUUID } from 'node:crypto';
import { describe } from '@jest/globals';
import { testLog } from '../contract/test-doubles.ts';
import { describeStore } from '../store.contract.ts';
import { createFirestoreStore } from './create-firestore-store.ts';

const host = process.env['FIRESTORE_EMULATOR_HOST'];

if (host === undefined) {
  const missing = 'FIRESTORE_EMULATOR_HOST is not set, so the Firestore store is not tested';
  if (process.env['CI'] === 'true') throw new Error(missing);
  process.stderr.write(`\n*** SKIPPED: ${missing} ***\n\n`);
}

// Else Google's client looks for a metadata server, emulator or not.
process.env['METADATA_SERVER_DETECTION'] ??= 'none';

(host === undefined ? describe.skip : describe)('with the Firestore emulator', () => {
  describeStore('the store in Firestore', async () => {
    const projectId = `demo-${randomUUID()}`;
    const { log, warnings } = testLog();
    const open = async () => createFirestoreStore({ projectId, log });
    return { store: await open(), now: () => Date.now(), clockToleranceMs: 5_000, warnings, reopen: open };
  });
});
