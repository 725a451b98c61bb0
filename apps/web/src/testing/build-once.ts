import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../../..');

/** Builds the web app if its sources changed since it was built last. */
export async function buildOnce(): Promise<void> {
  await promisify(execFile)(process.execPath, ['infra/run.mjs', 'web'], { cwd: root });
}
