import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { root } from '../tree/root.ts';
import { isForTests } from '../tree/tree.ts';

const Versions = z.record(z.string(), z.string()).default({});
const Manifest = z.object({ dependencies: Versions, devDependencies: Versions });

/** Changes with whatever the build is made of: the app, the packages of ours that it uses, and the versions of all others. */
export function webFingerprint(folder: string): string {
  const hash = createHash('sha256');
  const folders = [folder, ...packagesOf(folder)];
  for (const file of [...folders.flatMap(filesIn), join(root, 'pnpm-lock.yaml')]) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function packagesOf(folder: string): string[] {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => version.startsWith('workspace:'))
    .map(([name]) => join(root, 'packages', name.replace(/^.*\//, '')));
}

function filesIn(folder: string): string[] {
  const exclude = (path: string) => /(^|\/)(node_modules|dist|coverage)$/.test(path);
  return globSync('**/*.*', { cwd: folder, exclude })
    .filter((file) => !isForTests(file))
    .map((file) => join(folder, file))
    .sort();
}
