import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The parts of the root's package.json that say which tools the project stands on. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
