import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { root } from '../tree/root.ts';
import { isForTests } from '../tree/tree.ts';

const Versions = z.record(z.string(), z.string()).default({});
const Manifest = z.object({ dependencies: Versions, devDependencies: Versions });

/** Changes with whatever the build is made of: the app, what it uses of ours, and the versions of all others. */
export function sourceFingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const file of [...usedFolders(folder)].flatMap(filesIn).concat(join(root, 'pnpm-lock.yaml'))) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** The folder, and those of the workspace that it uses, directly or through others. */
function usedFolders(folder: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(folder)) return found;
  found.add(folder);
  for (const used of usedDirectly(folder, found.size === 1)) usedFolders(used, found);
  return found;
}

/** The web app lists what it is built with among its development dependencies; of others only those of the app count. */
function usedDirectly(folder: string, isApp: boolean): readonly string[] {
  const { dependencies, devDependencies } = Manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  return Object.entries({ ...dependencies, ...(isApp && devDependencies) })
    .filter(([, version]) => version.startsWith('workspace:'))
    .map(([name]) => homeOf(name.replace(/^.*\//, '')));
}

const homeOf = (name: string): string =>
  ['packages', 'apps'].map((home) => join(root, home, name)).find((folder) => existsSync(folder)) ??
  join(root, 'packages', name);

function filesIn(folder: string): string[] {
  const exclude = (path: string) => /(^|\/)(node_modules|dist|bundle|coverage)$/.test(path);
  return globSync('**/*.*', { cwd: folder, exclude })
    .filter((file) => !isForTests(file))
    .map((file) => join(folder, file))
    .sort();
}
