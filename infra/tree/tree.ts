import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { sourceFiles } from './source-files.ts';

/** Texts of files by their path from the top folder, with `/`: what the rules look at, real or made up. */
export type Tree = ReadonlyMap<string, string>;

/** All that people write below apps, packages and infra. */
export function readTree(): Tree {
  const files = sourceFiles(['ts', 'tsx', 'mts', 'mjs', 'cjs', 'json', 'md']);
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mts|mjs|cjs)$/.test(path);
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** Tests, and what exists for tests only. */
export const isForTests = (path: string): boolean =>
  /\.(test|contract|fixture|bench)\.tsx?$|\/(testing|contract|simulation|bench)\/|^infra\//.test(path);
