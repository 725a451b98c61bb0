import { globSync } from 'node:fs';
import { root } from './root.ts';

const notOurs = (path: string) => /(^|\/)(node_modules|dist|apps\/[^/]+\/bundle|coverage|\.turbo|\.data)$/.test(path);

/** Paths of files below the workspace's folders, relative to the top folder and sorted; installed and built files left out. */
export function sourceFiles(extensions: readonly string[]): readonly string[] {
  const pattern = `{apps,packages,infra}/**/*.{${extensions.join(',')},}`;
  return globSync(pattern, { cwd: root, exclude: notOurs }).sort();
}
