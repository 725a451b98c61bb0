import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tree/root.ts';
import { readResults, resultsPath } from './results.ts';
import { tableText } from './table-text.ts';

export const performancePagePath = 'docs/performance.md';
const begin = '<!-- generated: from here to the end `npm run generate` writes -->';

/** What people wrote at the top of the page, and the figures of the last whole run. Throws when the page has lost its mark. */
export async function performancePage(): Promise<string> {
  const [written, ...generated] = readFileSync(join(root, performancePagePath), 'utf8').split(begin);
  if (written === undefined || generated.length !== 1)
    throw new Error(`${performancePagePath} needs the line ${begin} once`);
  const { date, seconds, machine, tables } = readResults();
  const facts = `Measured on ${date} in ${seconds} s: ${machine}. Every single value is in [${resultsPath}](benchmarks.json).`;
  return `${[`${written}${begin}`, facts, ...tables.map(tableText)].join('\n\n')}\n`;
}
