import { parseArgs } from 'node:util';
import { machineFacts } from './machine-facts.ts';
import type { Table } from './measure.ts';
import { measures } from './measures.ts';
import { writeResults } from './results.ts';
import { tableText } from './table-text.ts';

/**
 * `npm run bench [-- <measure>...]`: measures, and prints what it found. When everything was measured the figures are
 * also written, for the page that `npm run generate` makes of them.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !measures.some((measure) => measure.name === name));
if (unknown.length > 0) {
  console.error(
    `No measure is called ${unknown.join(', ')}: there are ${measures.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(64);
}

const wanted = measures.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const begin = performance.now();
const say = (line: string) => void process.stderr.write(`  ${line}\n`);
const measured: Table[] = [];
let isWhole = wanted.length === measures.length;
for (const { name, run } of wanted) {
  say(`${name} …`);
  const found = await run(say);
  if ('missing' in found) {
    isWhole = false;
    say(`*** NOT MEASURED: ${name}: ${found.missing} ***`);
    continue;
  }
  measured.push(found);
  console.log(`\n${tableText(found)}`);
}

const seconds = Math.round((performance.now() - begin) / 1000);
console.log(`\nMeasured in ${seconds} s.`);
if (isWhole) {
  writeResults({ date: new Date().toISOString().slice(0, 10), seconds, machine: machineFacts(), tables: measured });
  console.log('Written; `npm run generate` makes the page of it.');
}
process.exit(0);
