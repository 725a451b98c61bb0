import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { root } from '../../tree/root.ts';
import { sourceFiles } from '../../tree/source-files.ts';
import { type Check, failed, type Outcome } from '../check.ts';
import { startEmulators } from '../emulators.ts';
import { jestCommand } from '../jest-command.ts';
import { runCommand } from '../run-command.ts';

/** The parts of jest's JSON report that are looked at. */
const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), message: z.string() })),
});
type Report = z.infer<typeof Report>;

/** A deadlocked test must not hold up a build server for ever; a slow one takes twice as long as the usual eight minutes. */
const limitMs = 20 * 60_000;

/** The tests of all packages in one run of jest, sharing one emulator of each kind. */
export const suites: Check = {
  name: 'tests',
  async run() {
    const emulators = await startEmulators();
    const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
    try {
      return add(emulators, await runJest(join(folder, 'report.json')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

async function runJest(reportFile: string): Promise<Outcome> {
  const options = { timeoutMs: limitMs, env: { METADATA_SERVER_DETECTION: 'none' } };
  const settings = [
    '--silent',
    '--maxWorkers=2',
    '--workerIdleMemoryLimit=1GB',
    '--json',
    `--outputFile=${reportFile}`,
  ];
  const { code, output } = await runCommand([...jestCommand, ...settings], options);
  if (!existsSync(reportFile)) return failed(`jest ended with code ${code} and without a report:\n${output.trim()}`);
  const outcome = outcomeOf(Report.parse(JSON.parse(readFileSync(reportFile, 'utf8'))));
  if (code === 124) return add(outcome, failed(`jest did not end within ${limitMs} ms: a suite left something open`));
  // A failing hook after the last test fails the run without failing a test.
  return code !== 0 && outcome.failed === 0 ? add(outcome, failed(output.trim())) : outcome;
}

function outcomeOf(report: Report): Outcome {
  const run = new Set(report.testResults.map((result) => relative(root, result.name)));
  const overlooked = sourceFiles(['test.ts', 'test.tsx']).filter((file) => !run.has(file));
  const problems = [
    ...report.testResults
      .filter((result) => result.status === 'failed')
      .map(({ name, message }) => `${relative(root, name)}\n${message}`),
    ...overlooked.map((file) => `${file}\n    jest did not run this file`),
  ];
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites + overlooked.length,
    skipped: report.numPendingTests + report.numTodoTests,
    details: problems.join('\n'),
  };
}

function add(a: Outcome, b: Outcome): Outcome {
  const details = [a.details, b.details].filter((text) => text !== '').join('\n');
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped, details };
}
