import { connectors } from '../index.ts';
import type { Judged } from './random-faults.ts';

const operations = Object.values(connectors).flatMap((connector) => Object.keys(connector.operations));
const wished = process.env['FAULT_RUNS'];
const runs = Math.ceil(Number(wished ?? 500) / operations.length);

/** How many runs each operation gets, so that all together are as many as were wished: 500 unless said. */
export const randomRuns = {
  runs,
  seed: Number(process.env['FAULT_SEED'] ?? 1),
  timeoutMs: 60_000 + runs * 1_000,
  /** For `npm run faults`, which adds the figures up. */
  tell(judged: Judged): void {
    if (wished !== undefined) process.stdout.write(`${JSON.stringify(judged)}\n`);
  },
};
