import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatted } from '../generate/formatted.ts';
import { root } from '../tree/root.ts';

const Target = z.object({ better: z.enum(['more', 'less']), atLeast: z.number().exactOptional(), goal: z.number() });

const Figure = z.object({
  name: z.string(),
  unit: z.string(),
  values: z.array(z.number()).readonly(),
  target: Target.exactOptional(),
});

const Table = z.object({
  title: z.string(),
  how: z.string(),
  figures: z.array(Figure).readonly(),
  lists: z
    .array(z.object({ name: z.string(), items: z.array(z.string()).readonly() }))
    .readonly()
    .exactOptional(),
});

/** One whole run of the benchmark, as it is committed. */
const Results = z.object({
  date: z.iso.date(),
  seconds: z.number(),
  machine: z.string(),
  tables: z.array(Table).readonly(),
});
export type Results = z.infer<typeof Results>;

export const resultsPath = 'docs/benchmarks.json';

export const readResults = (): Results => Results.parse(JSON.parse(readFileSync(join(root, resultsPath), 'utf8')));

export const writeResults = (results: Results): void =>
  writeFileSync(join(root, resultsPath), formatted('json', JSON.stringify(Results.parse(results))));
