import { createManualClock, createSeededRandom } from '@intexuraos/testing';
import { expect, test } from '@jest/globals';
import { createAlarm } from './alarm.ts';

test('appointments made in any order are kept in the order of their times, with one timer', async () => {
  const clock = createManualClock(1_000);
  const random = createSeededRandom(11);
  const alarm = createAlarm(clock);
  const kept: number[] = [];
  const times = Array.from({ length: 500 }, () => 1_000 + Math.floor(random.fraction() * 300));
  let timersMax = 0;
  for (const time of times) {
    alarm.at(time, () => {
      expect(clock.now()).toBeGreaterThanOrEqual(time);
      kept.push(time);
    });
    await Promise.resolve();
    timersMax = Math.max(timersMax, clock.sleepers);
  }
  await clock.advance(299);
  expect(kept).toEqual(times.toSorted((one, other) => one - other));
  expect([timersMax, clock.sleepers]).toEqual([1, 0]);
});

test('a task may make the next appointment', async () => {
  const clock = createManualClock(0);
  const alarm = createAlarm(clock);
  const kept: number[] = [];
  const again = () => {
    kept.push(clock.now());
    alarm.at(clock.now() + 10, again);
  };
  alarm.at(0, again);
  await clock.advance(35);
  expect(kept).toEqual([0, 10, 20, 30]);
});

test('once stopped it keeps no appointment and no timer', async () => {
  const clock = createManualClock(0);
  const alarm = createAlarm(clock);
  let rang = false;
  const ring = () => {
    rang = true;
  };
  alarm.at(10, ring);
  alarm.stop();
  alarm.at(10, ring);
  await clock.advance(100);
  expect([rang, clock.sleepers]).toEqual([false, 0]);
});
