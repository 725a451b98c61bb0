import { expect, test } from '@jest/globals';
import { openOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import { stormsOf } from './testing/techniques/storms.ts';

const storms = 20;
const calls = 200;

test('of two hundred calls about one action at once one decides, and all others are told so', async () => {
  const { verdicts, slowestMs } = await stormsOf(openOneMachine, { storms, calls, firstSeed: 0 });
  expect(verdicts).toHaveLength(storms);
  expect(new Set(verdicts.map(({ decision }) => decision)).size).toBeGreaterThan(1);
  expect(slowestMs).toBeLessThan(10_000);
}, 60_000);
