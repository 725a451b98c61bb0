import { expect, test } from '@jest/globals';
import { durationText } from './duration-text.ts';
import { axisEnd, durationAxis } from './scales.ts';

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [7, 10],
  [12, 20],
  [200, 200],
  [401, 1_000],
  [999, 1_000],
])('an axis for at most %d ends at %d', (max, end) => {
  expect(axisEnd(max)).toBe(end);
});

test('an axis of durations begins and ends at the marks around what is shown', () => {
  const axis = durationAxis([400, 30_000]);
  expect(axis.marks).toEqual([100, 1_000, 10_000, 60_000]);
  expect([100, 60_000, 1, 1e9].map(axis.position)).toEqual([0, 1, 0, 1]);
});

test('durations on a mark, or longer than all, have an axis too', () => {
  expect(durationAxis([1_000]).marks).toEqual([1_000, 10_000]);
  expect(durationAxis([86_400_000]).position(86_400_000)).toBeLessThanOrEqual(1);
  expect(durationAxis([86_400_000]).marks.length).toBeGreaterThan(1);
});

test.each([
  [350, '350ms'],
  [2_440, '2.4s'],
  [61_000, '1m'],
  [7_200_000, '2h'],
])('%d ms reads %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
