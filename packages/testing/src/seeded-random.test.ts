import { expect, test } from '@jest/globals';
import { createSeededRandom } from './seeded-random.ts';

test('equal seeds give equal runs, neighbouring seeds give different ones', () => {
  const run = (seed: number) => {
    const random = createSeededRandom(seed);
    return [random.uuid(), random.fraction(), random.uuid()];
  };
  expect(run(7)).toEqual(run(7));
  expect(run(7)).not.toEqual(run(8));
});

test('fractions spread evenly over [0, 1) and uuids are version 4 and do not repeat', () => {
  const random = createSeededRandom(42);
  const buckets = Array.from({ length: 10 }, () => 0);
  const uuids = new Set<string>();
  for (let i = 0; i < 10_000; i += 1) {
    const index = Math.floor(random.fraction() * 10);
    buckets[index] = (buckets[index] ?? 0) + 1;
    uuids.add(random.uuid());
  }
  expect(Math.min(...buckets)).toBeGreaterThan(850);
  expect(Math.max(...buckets)).toBeLessThan(1_150);
  expect(uuids.size).toBe(10_000);
  for (const uuid of uuids)
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
