import { ensureBundled } from './ensure-bundled.ts';
import { services } from './services.ts';

/**
 * `node infra/run.mjs bundle [<service>...]`: bundles them, or all, unless they are bundled from exactly these sources, and
 * prints for each what Node has to be given to run it.
 */
const wanted = process.argv.length > 2 ? process.argv.slice(2) : services;
const unknown = wanted.filter((name) => !services.includes(name));
if (unknown.length > 0) {
  console.error(`No service is called ${unknown.join(', ')}: there are ${services.join(', ')}.`);
  process.exit(64);
}
for (const name of wanted) console.log((await ensureBundled(name)).join(' '));
