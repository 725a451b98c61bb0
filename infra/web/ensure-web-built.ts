import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../test/run-command.ts';
import { root } from '../tree/root.ts';
import { webFingerprint } from './web-fingerprint.ts';

export type Build = 'fresh' | 'built' | { readonly failure: string };

/** Builds the web app in `folder` unless it is built from exactly these sources; `tell` hears when that begins. */
export async function ensureWebBuilt(folder: string, tell: () => void = () => undefined): Promise<Build> {
  if (!existsSync(join(folder, 'package.json'))) return 'fresh';
  const wanted = webFingerprint(folder);
  const stamp = join(folder, 'dist', '.fingerprint');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'fresh';
  tell();
  return build(folder, wanted);
}

async function build(folder: string, fingerprint: string): Promise<Build> {
  const made = join(root, 'node_modules/.cache', `web-app-${process.pid}`);
  const { code, output } = await runCommand(['pnpm', 'run', 'build', '--outDir', made, '--emptyOutDir'], {
    cwd: folder,
  });
  if (code !== 0) {
    rmSync(made, { recursive: true, force: true });
    return { failure: output.trim() };
  }
  writeFileSync(join(made, '.fingerprint'), fingerprint);
  put(made, join(folder, 'dist'));
  return 'built';
}

/** Whole or not at all: a server that runs from it never sees half of a build, and of two builds the later one stays. */
function put(made: string, dist: string): void {
  const aside = `${made}-before`;
  mkdirSync(dist, { recursive: true });
  renameSync(dist, aside);
  renameSync(made, dist);
  rmSync(aside, { recursive: true });
}
