import { join } from 'node:path';
import { root } from '../tree/root.ts';
import { ensureWebBuilt } from './ensure-web-built.ts';

/** Builds the web app unless it is built from exactly these sources. */
process.exitCode = await ensureWebBuilt(join(root, 'apps/web'));
