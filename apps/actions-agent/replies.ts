import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureReplies } from './src/adapters/intent-classifier/measure.ts';
import { reportOf } from './src/adapters/intent-classifier/report.ts';

// Prints how well replies are read, as Markdown: `node --conditions=source apps/actions-agent/replies.ts [--write FILE]`.
// `--corpus DIR` is the folder that holds `replies/`.
const { values } = parseArgs({ options: { corpus: { type: 'string' }, write: { type: 'string' } } });
const besideTheProject = resolve(import.meta.dirname, '../../../shared/data');
const corpus = values.corpus ?? besideTheProject;
const report = reportOf(await measureReplies(join(corpus, 'replies')));

if (values.write === undefined) process.stdout.write(report);
else await writeFile(values.write, report);
