import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../tree/root.ts';

/** The apps that are composed and run as a process of their own until they are stopped. */
export const services: readonly string[] = globSync('apps/*/src/main.ts', { cwd: root })
  .map(dirname)
  .filter((sources) => existsSync(join(root, sources, 'compose.ts')))
  .map((sources) => basename(dirname(sources)))
  .sort();
