import { join } from 'node:path';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../tree/root.ts';
import { webBuild } from '../../web/web-build.ts';
import { type Check, failed, passed } from '../check.ts';

/** The web app can be built, and is for whoever tests it in a browser. */
export const web: Check = {
  name: 'web app',
  async run() {
    const build = await ensureBuilt(webBuild, join(root, 'apps/web'));
    return typeof build === 'string' ? passed() : failed(build.failure);
  },
};
