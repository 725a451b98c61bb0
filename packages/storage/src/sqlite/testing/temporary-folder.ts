import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** A way to new paths, in a folder that is removed after the tests of the file. */
export function temporaryPaths(): () => string {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'));
  let count = 0;
  afterAll(() => rmSync(folder, { recursive: true }));
  return () => {
    count += 1;
    return join(folder, `${count}.db`);
  };
}
