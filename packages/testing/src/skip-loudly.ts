import { runsInCi } from './config.ts';

/** Says what is not tested and why. Throws instead with CI set, because a suite that skips in CI proves nothing. */
export function skipLoudly(missing: string): void {
  if (runsInCi()) throw new Error(missing);
  process.stderr.write(`\n*** SKIPPED: ${missing} ***\n\n`);
}
