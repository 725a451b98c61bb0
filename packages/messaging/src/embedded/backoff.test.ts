import { createSeededRandom } from '@intexuraos/testing';
import { expect, test } from '@jest/globals';
import { pauseMs } from './backoff.ts';

const backoff = { firstMs: 1_000, maxMs: 600_000 };
const longest = { uuid: () => '', fraction: () => 1 };

test('the longest pause doubles with each failure, up to the limit', () => {
  const pauses = [1, 2, 3, 10, 11, 60].map((attempts) => pauseMs(backoff, attempts, longest));
  expect(pauses).toEqual([1_000, 2_000, 4_000, 512_000, 600_000, 600_000]);
});

test('pauses spread over the whole span, so that what failed together does not come back together', () => {
  const random = createSeededRandom(3);
  const pauses = Array.from({ length: 1_000 }, () => pauseMs(backoff, 4, random));
  expect(Math.min(...pauses)).toBeLessThan(400);
  expect(Math.max(...pauses)).toBeGreaterThan(7_600);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(8_000);
});
