import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tree/root.ts';
import { cloudTable } from './table.ts';

export const cloudPagePath = 'docs/operations/cloud.md';
const begin = '<!-- generated: from here to the end `npm run generate` writes -->';

/** What people wrote at the top of the page, and the table below it. Throws when the page has lost its mark. */
export async function cloudPage(): Promise<string> {
  const [written, ...generated] = readFileSync(join(root, cloudPagePath), 'utf8').split(begin);
  if (written === undefined || generated.length !== 1) throw new Error(`${cloudPagePath} needs the line ${begin} once`);
  return `${written}${begin}\n\n${await cloudTable()}\n`;
}
