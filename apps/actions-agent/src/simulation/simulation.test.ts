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
      const report = await simulate(seed).catch((cause: unknown) => {
        throw new Error(
          `seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}; repeat it with SIMULATION_SEED=${seed} SIMULATION_SEEDS=1`,
          { cause },
        );
      });
      total.actions += report.actions;
      total.effects += report.effects;
      total.crashes += report.crashes;
    }
    process.stdout.write(`${seeds} seeds from ${first}: ${JSON.stringify(total)}\n`);
    expect(total.effects).toBeGreaterThan(seeds / 4);
    expect(total.crashes).toBeGreaterThan(seeds / 4);
  },
  10 * minutes + seeds * 300,
);

test('the same seed gives the same life', async () => {
  const [one, other] = [await simulate(7), await simulate(7)];
  expect(other).toEqual(one);
});
