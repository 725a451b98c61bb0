import { createManualClock } from '@intexuraos/testing';
import { expect, test } from '@jest/globals';
import { createPace } from './pace.ts';

const rate = { perSecond: 2, burst: 3 };
const patience = 10_000;

test('a burst goes at once, what follows waits its turn', () => {
  const pace = createPace(createManualClock(1_000));
  expect([1, 2, 3, 4, 5].map(() => pace.take('a', rate, patience))).toEqual([0, 0, 0, 500, 1_000]);
});

test('what was not used comes back with time, up to the burst', async () => {
  const clock = createManualClock(1_000);
  const pace = createPace(clock);
  for (let call = 0; call < 3; call += 1) pace.take('a', rate, patience);
  await clock.advance(60_000);
  expect([1, 2, 3, 4].map(() => pace.take('a', rate, patience))).toEqual([0, 0, 0, 500]);
});

test('who does not wait so long takes nobody’s turn', () => {
  const pace = createPace(createManualClock(1_000));
  for (let call = 0; call < 3; call += 1) pace.take('a', rate, patience);
  expect(pace.take('a', rate, 100)).toBe(500);
  expect(pace.take('a', rate, patience)).toBe(500);
});

test('an account waits as long as its platform said, the others do not', async () => {
  const clock = createManualClock(1_000);
  const pace = createPace(clock);
  pace.block('a', 7_000);
  pace.block('a', 2_000);
  expect(pace.take('a', rate, patience)).toBe(7_000);
  expect(pace.take('b', rate, patience)).toBe(0);
  await clock.advance(7_000);
  expect(pace.take('a', rate, patience)).toBe(0);
});

test('a platform that says to wait for years is asked again after an hour', () => {
  const pace = createPace(createManualClock(1_000));
  pace.block('a', 2_275_149_497_000);
  expect(pace.take('a', rate, patience)).toBe(3_600_000);
});
