import { join } from 'node:path';
import { ensureBuilt, type Recipe } from '../build/ensure-built.ts';
import { root } from '../tree/root.ts';
import { bundle } from './bundle.ts';

const output = 'bundle';

const recipe: Recipe = {
  output,
  make: (app, into) =>
    bundle(app, into).then(
      () => null,
      (error: unknown) => String(error),
    ),
};

/**
 * Left alone, V8 takes 64 MiB for what has just been made and lets garbage double the heap several times over before it
 * looks at all of it. These bounds halve what a busy process holds, for no more CPU than differs from run to run. Only
 * where people have other uses for the memory: an instance in the cloud has its own, and starts a sixth sooner without.
 */
const heapBounds: Readonly<Record<string, readonly string[]>> = {
  'all-in-one': ['--max-semi-space-size=16', '--heap-growing-percent=40'],
};

/**
 * Bundles a service unless it is bundled from exactly these sources. Resolves to what Node has to be given to run it
 * from the top folder; rejects with why it could not be bundled.
 */
export async function ensureBundled(service: string): Promise<readonly string[]> {
  const app = join('apps', service);
  const build = await ensureBuilt(recipe, join(root, app));
  if (typeof build !== 'string') throw new Error(`${service} was not bundled: ${build.failure}`);
  return [...(heapBounds[service] ?? []), join(app, output, 'main.js')];
}
