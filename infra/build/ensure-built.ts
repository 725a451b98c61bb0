import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../tree/root.ts';
import { sourceFingerprint } from './source-fingerprint.ts';

export type Build = 'fresh' | 'built' | { readonly failure: string };

/** How an app becomes what is run. */
export interface Recipe {
  /** The folder in the app's own that holds what was built. */
  readonly output: string;
  /** Builds the app into a folder; resolves to why it could not, or to null. */
  make(app: string, into: string): Promise<string | null>;
}

/** Builds the app in `folder` unless it is built from exactly these sources; `tell` hears when that begins. */
export async function ensureBuilt(recipe: Recipe, folder: string, tell: () => void = () => undefined): Promise<Build> {
  if (!existsSync(join(folder, 'package.json'))) return 'fresh';
  const wanted = sourceFingerprint(folder);
  const stamp = join(folder, recipe.output, '.fingerprint');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'fresh';
  tell();
  return build(recipe, folder, wanted);
}

async function build({ output, make }: Recipe, folder: string, fingerprint: string): Promise<Build> {
  const made = join(root, 'node_modules/.cache', `${basename(folder)}-${process.pid}`);
  const failure = await make(folder, made);
  if (failure !== null) {
    rmSync(made, { recursive: true, force: true });
    return { failure };
  }
  writeFileSync(join(made, '.fingerprint'), fingerprint);
  put(made, join(folder, output));
  return 'built';
}

/** Whole or not at all: a server that runs from it never sees half of a build, and of two builds the later one stays. */
function put(made: string, place: string): void {
  const aside = `${made}-before`;
  mkdirSync(place, { recursive: true });
  renameSync(place, aside);
  renameSync(made, place);
  rmSync(aside, { recursive: true });
}
