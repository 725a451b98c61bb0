import { expect, test } from '@jest/globals';
import { createCircuitBreaker } from './circuit-breaker.ts';

const rules = { failuresMax: 3, pauseMs: 1_000 };

test('three unanswered calls in a row open the circuit for the pause', () => {
  const breaker = createCircuitBreaker(rules);
  for (const now of [0, 10, 20]) {
    expect(breaker.blockedMs(now)).toBeNull();
    breaker.record(false, now);
  }
  expect(breaker.blockedMs(20)).toBe(1_000);
  expect(breaker.blockedMs(1_019)).toBe(1);
});

test('after the pause one call may try, and its answer closes the circuit', () => {
  const breaker = createCircuitBreaker(rules);
  for (let i = 0; i < 3; i++) breaker.record(false, 0);
  expect(breaker.blockedMs(1_000)).toBeNull();
  expect(breaker.blockedMs(1_001)).toBe(999);
  breaker.record(true, 1_002);
  expect(breaker.blockedMs(1_003)).toBeNull();
});

test('an answer in between starts the count again', () => {
  const breaker = createCircuitBreaker(rules);
  for (const answered of [false, false, true, false, false]) breaker.record(answered, 0);
  expect(breaker.blockedMs(0)).toBeNull();
});
