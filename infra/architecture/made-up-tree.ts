import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes files into a new folder outside the project, where a tool can be seen at work on them. */
export function writeMadeUpTree(files: Readonly<Record<string, string>>) {
  // The real path, because tools report where a file really is and macOS links its temporary folder.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'made-up-tree-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
