import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../test/run-command.ts';
import { root } from '../tree/root.ts';
import { webFingerprint } from './web-fingerprint.ts';

/** Resolves to the exit code. Says on standard error what it does; nothing when there is nothing to do. */
export async function ensureWebBuilt(folder: string): Promise<number> {
  if (!existsSync(join(folder, 'package.json'))) return 0;
  const wanted = webFingerprint(folder);
  const stamp = join(folder, 'dist', '.fingerprint');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  return build(folder, wanted);
}

async function build(folder: string, fingerprint: string): Promise<number> {
  process.stderr.write('Building the web app ...\n');
  const startedAt = Date.now();
  const made = join(root, 'node_modules/.cache', `web-app-${process.pid}`);
  const command = ['pnpm', 'run', 'build', '--outDir', made, '--emptyOutDir'];
  const { code, output } = await runCommand(command, { cwd: folder });
  if (code !== 0) {
    process.stderr.write(`${output}\nThe web app was not built.\n`);
    return 1;
  }
  writeFileSync(join(made, '.fingerprint'), fingerprint);
  put(made, join(folder, 'dist'));
  process.stderr.write(`Built in ${Math.round((Date.now() - startedAt) / 1000)} s.\n`);
  return 0;
}

/** Whole or not at all: a server that runs from it never sees half of a build, and of two builds the later one stays. */
function put(made: string, dist: string): void {
  const aside = `${made}-before`;
  mkdirSync(dist, { recursive: true });
  renameSync(dist, aside);
  renameSync(made, dist);
  rmSync(aside, { recursive: true });
}
