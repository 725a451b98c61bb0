import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureCommands } from './src/testing/measure/measure.ts';
import { reportOf } from './src/testing/measure/report.ts';

// Prints how well commands are read, as Markdown: `npm run commands [-- --write docs/commands.md]`.
const { values } = parseArgs({ options: { write: { type: 'string' } } });
const report = reportOf(await measureCommands());

if (values.write === undefined) process.stdout.write(report);
else await writeFile(values.write, report);
