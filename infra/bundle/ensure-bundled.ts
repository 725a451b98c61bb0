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
 * Bundles a service unless it is bundled from exactly these sources. Resolves to what Node has to run, as a path from
 * the top folder; rejects with why it could not be bundled.
 */
export async function ensureBundled(service: string): Promise<string> {
  const app = join('apps', service);
  const build = await ensureBuilt(recipe, join(root, app));
  if (typeof build !== 'string') throw new Error(`${service} was not bundled: ${build.failure}`);
  return join(app, output, 'main.js');
}
