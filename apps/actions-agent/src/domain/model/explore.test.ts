import { expect, test } from '@jest/globals';
import { alwaysSettles, explore, type Model } from './explore.ts';

/** A counter that may be raised by one or two; `own` raises come by themselves. */
const counter = (facts: Partial<Model<number>> = {}): Model<number> => ({
  initial: [0],
  keyOf: String,
  stepsFrom: (at) =>
    [1, 2].filter((by) => at + by <= 6).map((by) => ({ label: `+${by}`, to: at + by, isOwn: by === 1 })),
  brokenIn: () => null,
  isSettled: (at) => at === 6,
  ...facts,
});

test('every state is visited once', () => {
  expect(explore(counter())).toEqual({ states: 7, steps: 11, violations: [] });
});

test('a broken promise comes with the shortest way to it', () => {
  const { violations } = explore(counter({ brokenIn: (at) => (at === 5 ? 'never five' : null) }));
  expect(violations).toEqual([{ promise: 'never five', trace: ['start', '+1', '+2', '+2'] }]);
});

test('a state that only luck leads out of is stuck', () => {
  const { violations } = explore(counter({ isSettled: (at) => at === 4 }));
  expect(violations).toEqual([{ promise: alwaysSettles, trace: ['start', '+1', '+2', '+2'] }]);
});

test('a search for one violation ends with the first', () => {
  const { states, violations } = explore(counter({ brokenIn: (at) => (at === 2 ? 'never two' : null) }), {
    stopsAtFirst: true,
  });
  expect([states, violations.length]).toEqual([3, 1]);
});

test('a world that is larger than thought ends the search instead of the machine', () => {
  const endless = counter({ stepsFrom: (at) => [{ label: '+1', to: at + 1, isOwn: true }] });
  expect(() => explore(endless, { statesMax: 50 })).toThrow('more than 50 states');
});
