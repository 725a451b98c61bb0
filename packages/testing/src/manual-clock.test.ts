import { expect, test } from '@jest/globals';
import { createManualClock } from './manual-clock.ts';

test('sleepers wake in the order of their time, and one that sleeps again within the span wakes again', async () => {
  const clock = createManualClock(1_000);
  const woken: string[] = [];
  const late = clock.sleep(30).then(() => woken.push(`late at ${clock.now()}`));
  const twice = clock.sleep(10).then(async () => {
    woken.push(`first at ${clock.now()}`);
    await clock.sleep(10);
    woken.push(`second at ${clock.now()}`);
  });
  await clock.advance(9);
  expect(woken).toEqual([]);
  await clock.advance(91);
  await Promise.all([late, twice]);
  expect(woken).toEqual(['first at 1010', 'second at 1020', 'late at 1030']);
  expect(clock.now()).toBe(1_100);
});

test('a jump moves the wall clock but wakes nobody', async () => {
  const clock = createManualClock(0);
  const nap = clock.sleep(10);
  clock.jump(-600_000);
  expect(clock.now()).toBe(-600_000);
  expect(clock.sleepers).toBe(1);
  await clock.advance(10);
  await nap;
  expect(clock.sleepers).toBe(0);
});

test('an aborted sleep rejects with the reason of the signal and is forgotten', async () => {
  const clock = createManualClock(0);
  const stop = new AbortController();
  const nap = clock.sleep(10, stop.signal);
  stop.abort(new Error('enough'));
  await expect(nap).rejects.toThrow('enough');
  await expect(clock.sleep(10, stop.signal)).rejects.toThrow('enough');
  expect(clock.sleepers).toBe(0);
});
