import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { describePurging } from '../contract/purging.ts';
import { testClock, testLog } from '../contract/test-doubles.ts';
import { describeStore } from '../store.contract.ts';
import { openSqliteStore } from './create-sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'storage-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

describeStore('the store in SQLite', async () => {
  files += 1;
  const path = join(folder, `${files}.db`);
  const clock = testClock();
  const { log, warnings } = testLog();
  const open = async () => openSqliteStore({ path, clock, log });
  return { store: await open(), now: clock.now, clockToleranceMs: 0, warnings, reopen: open };
});

describePurging('the store in SQLite', ({ clock }) => {
  files += 1;
  return openSqliteStore({ path: join(folder, `${files}.db`), clock });
});
