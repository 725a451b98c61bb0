import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { z } from 'zod';

/** Real payloads that nobody on this project wrote; they stay outside it. */
const folder = join(process.env['CORPUS_DIR'] ?? join(import.meta.dirname, '../../../../../shared/data'), 'whatsapp');

const CorpusFile = z.object({ file: z.string(), kinds: z.array(z.string()), messages: z.number() });
export type CorpusFile = z.infer<typeof CorpusFile>;

export const corpusText = (file: string): string => readFileSync(join(folder, file), 'utf8');
export const corpusJson = (file: string): unknown => JSON.parse(corpusText(file));
export const corpusIndex = (): readonly CorpusFile[] => z.array(CorpusFile).parse(corpusJson('index.json'));

/** What lies there besides the index; names that begin with a line are about payloads, and none themselves. */
export const payloadFiles = (): readonly string[] =>
  readdirSync(folder)
    .filter((file) => !file.startsWith('_') && file !== 'index.json')
    .toSorted();

/** Runs a suite over the corpus, or says loudly that it did not. */
export function describeWithCorpus(name: string, suite: () => void): void {
  if (existsSync(join(folder, 'index.json'))) return describe(name, suite);
  process.stderr.write(`SKIPPED "${name}": there is no corpus at ${folder}\n`);
  describe.skip(name, suite);
}
