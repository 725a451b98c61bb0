import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const ownerOnly = 0o600;

/** Writes a file that only its owner can read, whole or not at all. */
export function writePrivately(path: string, content: object): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: ownerOnly });
  chmodSync(draft, ownerOnly);
  renameSync(draft, path);
}

/** The parsed file; null when there is none. Throws when it cannot be read or parsed. */
export function readPrivately(path: string): unknown {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON; move it away to have a new one made`, { cause: error });
  }
}
