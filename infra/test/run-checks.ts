import { type Check, failed, type Outcome } from './check.ts';

type Print = (text: string) => void;

/**
 * Runs the checks one after the other, since each keeps all cores busy by itself, and tells what came of them.
 * The last line is `N passed, N failed` (and `, N skipped`), for whoever counts. Resolves to the exit code.
 */
export async function runChecks(checks: readonly Check[], print: Print = console.log): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const check of checks) outcomes.push(await runCheck(check, print));
  const sum = outcomes.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  print(`\n${describeCounts(sum)}`);
  return sum.failed === 0 ? 0 : 1;
}

async function runCheck(check: Check, print: Print): Promise<Outcome> {
  const startedAt = Date.now();
  const outcome = await check.run().catch((error: unknown) => failed(`${check.name} could not look: ${String(error)}`));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const verdict = outcome.failed > 0 ? 'FAILED' : 'ok';
  print(`${check.name.padEnd(10)} ${verdict.padEnd(7)} ${seconds.padStart(6)} s   ${describeCounts(outcome)}`);
  if (outcome.details !== '') print(`\n${outcome.details}\n`);
  return outcome;
}

function describeCounts({ passed, failed, skipped }: Omit<Outcome, 'details'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
