/**
 * `npm run faults`: random faults and crashes over every operation of every connector, judged by the ledgers of the
 * stand-ins. `--runs` (10,000) of them; another `--seed`, other runs. What broke a promise is told with its seed.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { jestCommand } from '../test/jest-command.ts';
import { runCommand, stopCommands } from '../test/run-command.ts';

const Judged = z.object({
  operation: z.string(),
  runs: z.number(),
  executed: z.number(),
  not_executed: z.number(),
  unknown: z.number(),
  broken: z.array(z.string()),
});
const figures = ['runs', 'executed', 'not_executed', 'unknown'] as const;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const runs = Number(values.runs);
if (!(runs > 0)) throw new Error(`--runs is "${values.runs}": expected a number above 0`);

process.once('SIGTERM', () => {
  stopCommands();
  process.exit(143);
});

const print = (text: string) => process.stdout.write(`${text}\n`);
const cells = (name: string, numbers: readonly number[]) =>
  [name.padEnd(34), ...numbers.map((number) => String(number).padStart(13))].join('');

const command = [...jestCommand, '--silent', '--maxWorkers=2', 'packages/connectors', '-t', 'whatever strikes'];
const env = { FAULT_RUNS: String(runs), FAULT_SEED: values.seed };
const { code, stdout, output } = await runCommand(command, { env, timeoutMs: 10 * 60_000 + runs * 1_000 });
const judged = stdout
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => Judged.parse(JSON.parse(line)));

print([''.padEnd(34), ...figures.map((figure) => figure.padStart(13))].join(''));
for (const row of judged.toSorted((a, b) => a.operation.localeCompare(b.operation)))
  print(
    cells(
      row.operation,
      figures.map((figure) => row[figure]),
    ),
  );
print(
  cells(
    'all',
    figures.map((figure) => judged.reduce((sum, row) => sum + row[figure], 0)),
  ),
);

const broken = judged.flatMap((row) => row.broken.map((breach) => `${row.operation}: ${breach}`));
for (const breach of broken) print(breach);
const held = code === 0 && broken.length === 0 && judged.length > 0;
if (!held && broken.length === 0) print(output.trim());
print(
  `\nFAULTS ${held ? 'HELD' : 'FAILED'}: ${judged.length} operations, seed ${values.seed}, ${broken.length} promises broken`,
);
process.exit(held ? 0 : 1);
