import type { Check, Outcome } from './check.ts';

/**
 * Runs the checks one after the other, since each keeps all cores busy by itself, and tells what came of them.
 * The last line is `N passed, N failed` (and `, N skipped`), for whoever counts. Resolves to the exit code.
 */
export async function runChecks(checks: readonly Check[]): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const check of checks) outcomes.push(await runCheck(check));
  const sum = (count: (outcome: Outcome) => number) => outcomes.map(count).reduce((a, b) => a + b, 0);
  const failures = sum((outcome) => outcome.failed);
  const counts = describeCounts({ passed: sum((o) => o.passed), failed: failures, skipped: sum((o) => o.skipped) });
  console.log(`\n${counts}`);
  return failures === 0 ? 0 : 1;
}

async function runCheck(check: Check): Promise<Outcome> {
  const startedAt = Date.now();
  const outcome = await check.run();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const verdict = outcome.failed > 0 ? 'FAILED' : 'ok';
  console.log(`${check.name.padEnd(10)} ${verdict.padEnd(7)} ${seconds.padStart(6)} s   ${describeCounts(outcome)}`);
  if (outcome.details !== '') console.log(`\n${outcome.details}\n`);
  return outcome;
}

function describeCounts({ passed, failed, skipped }: Pick<Outcome, 'passed' | 'failed' | 'skipped'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
