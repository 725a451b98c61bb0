import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Collection } from '@intexuraos/storage';
import { root } from '../tree/root.ts';
import { sourceFiles } from '../tree/source-files.ts';
import { isForTests } from '../tree/tree.ts';

const declaration = /^export const \w+ = defineCollection\(/gm;

/** Every collection that an app or a package declares, in the order of their files; so nobody keeps a second list. */
export async function findCollections(): Promise<readonly Collection<unknown>[]> {
  const files = sourceFiles(['ts']).filter((file) => !isForTests(file));
  const found = await Promise.all(files.map(collectionsOf));
  return found.flat();
}

async function collectionsOf(file: string): Promise<readonly Collection<unknown>[]> {
  const path = join(root, file);
  const declared = readFileSync(path, 'utf8').match(declaration)?.length ?? 0;
  if (declared === 0) return [];
  const exported: unknown = await import(pathToFileURL(path).href);
  const collections = typeof exported === 'object' ? Object.values(exported ?? {}).filter(isCollection) : [];
  if (collections.length === declared) return collections;
  throw new Error(
    `${file} declares ${declared} collections and exports ${collections.length}: export each as a constant.`,
  );
}

function isCollection(value: unknown): value is Collection<unknown> {
  return typeof value === 'object' && value !== null && 'name' in value && 'parse' in value && 'indexes' in value;
}
