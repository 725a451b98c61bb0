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
 * looks at all of it; half of that room costs a busy process no CPU, a quarter a fifth of it. And it waits three thousand
 * calls before it makes code as fast as it can, which a household reaches after months. Only where people have other uses
 * for memory and processor: an instance in the cloud has its own, and starts a sixth sooner without.
 */
const engineSettings: Readonly<Record<string, readonly string[]>> = {
  'all-in-one': [
    '--max-semi-space-size=16',
    '--heap-growing-percent=40',
    '--minimum-invocations-after-ic-update=100',
    '--invocation-count-for-maglev=200',
    '--invocation-count-for-turbofan=1000',
  ],
};

/**
 * Bundles a service unless it is bundled from exactly these sources. Resolves to what Node has to be given to run it
 * from the top folder; rejects with why it could not be bundled.
 */
export async function ensureBundled(service: string): Promise<readonly string[]> {
  const app = join('apps', service);
  const build = await ensureBuilt(recipe, join(root, app));
  if (typeof build !== 'string') throw new Error(`${service} was not bundled: ${build.failure}`);
  return [...(engineSettings[service] ?? []), join(app, output, 'main.js')];
}
