import { join } from 'node:path';
import { ensureBuilt } from '../build/ensure-built.ts';
import { root } from '../tree/root.ts';
import { webBuild } from './web-build.ts';

const startedAt = Date.now();
const say = (text: string) => process.stderr.write(`${text}\n`);

/** Builds the web app unless it is built from exactly these sources. Whoever only wants the API can go on without it. */
const build = await ensureBuilt(webBuild, join(root, 'apps/web'), () => say('Building the web app ...'));
if (build === 'built') say(`Built in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
else if (build !== 'fresh') {
  say(`${build.failure}\nThe web app was not built.`);
  process.exitCode = 1;
}
