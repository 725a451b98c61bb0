import { expect, test } from '@jest/globals';
import { openOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import { printFigures, sizes } from './testing/sizes.ts';
import type { Verdict } from './testing/techniques/storm-verdict.ts';
import { stormsOf } from './testing/techniques/storms.ts';

const { storms, firstStorm: firstSeed } = sizes;
const calls = 200;

const wonBy = (verdicts: readonly Verdict[]) =>
  Object.fromEntries([...Map.groupBy(verdicts, ({ decision }) => decision)].map(([won, all]) => [won, all.length]));

test(
  'of two hundred calls about one action at once one decides, and all others are told so',
  async () => {
    const { verdicts, slowestMs } = await stormsOf(openOneMachine, { storms, calls, firstSeed });
    printFigures(`${storms} storms of ${calls} calls: ${JSON.stringify(wonBy(verdicts))}, slowest ${slowestMs} ms`);
    expect(verdicts).toHaveLength(storms);
    expect(new Set(verdicts.map(({ decision }) => decision)).size).toBeGreaterThan(1);
    expect(slowestMs).toBeLessThan(10_000);
  },
  60_000 + storms * 3_000,
);
