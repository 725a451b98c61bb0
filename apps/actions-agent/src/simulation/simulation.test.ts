import { expect, test } from '@jest/globals';
import { simulate } from './simulate.ts';

const seeds = Number(process.env['SIMULATION_SEEDS'] ?? 1_000);
const first = Number(process.env['SIMULATION_SEED'] ?? 1);
const minutes = 60_000;

test(
  'whatever fails, nothing is lost, done twice, or done without a yes to just that',
  async () => {
    const total = { actions: 0, effects: 0, crashes: 0 };
    for (let seed = first; seed < first + seeds; seed += 1) {
      const report = await simulate(seed);
      total.actions += report.actions;
      total.effects += report.effects;
      total.crashes += report.crashes;
    }
    expect(total.effects).toBeGreaterThan(seeds / 4);
    expect(total.crashes).toBeGreaterThan(seeds / 4);
  },
  30 * minutes,
);

test('the same seed gives the same life', async () => {
  const [one, other] = [await simulate(7), await simulate(7)];
  expect(other).toEqual(one);
});
