import { join } from 'node:path';
import { root } from '../../tree/root.ts';
import { ensureWebBuilt } from '../../web/ensure-web-built.ts';
import { type Check, failed, passed } from '../check.ts';

/** The web app can be built, and is for whoever tests it in a browser. */
export const web: Check = {
  name: 'web app',
  async run() {
    const build = await ensureWebBuilt(join(root, 'apps/web'));
    return typeof build === 'string' ? passed() : failed(build.failure);
  },
};
