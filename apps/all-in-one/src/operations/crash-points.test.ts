import { beforeAll, describe, expect, test } from '@jest/globals';
import { inParallel } from '../reliability/testing/harness/in-parallel.ts';
import { printFigures, sizes } from '../reliability/testing/sizes.ts';
import {
  type Death,
  deaths,
  dieAtPoint,
  dieAtThePlatforms,
  isAtThePlatform,
  platformsAt,
  type Seen,
  truthAfter,
} from './testing/deaths.ts';
import { changes } from './testing/wishes.ts';

type Lane = () => Promise<readonly Seen[]>;

/** What happens around the platform's own doing is tried with each platform, the rest with one. */
function lanesOf(death: Death): readonly Lane[] {
  if (isAtThePlatform(death)) return [() => dieAtThePlatforms(death)];
  const all = platformsAt(death);
  if (sizes.everyCrash) return all.map((platform) => () => dieAtPoint(death, [platform]));
  if (!death.endsWith('-operation')) return [() => dieAtPoint(death, ['slack'])];
  // A language model is waited for longer, also by whoever takes it over.
  const quick = all.filter(changes);
  const [half, slow] = [quick.length / 2, all.filter((platform) => !changes(platform))];
  return [quick.slice(0, half), quick.slice(half), slow].map((each) => () => dieAtPoint(death, each));
}

const lanes = deaths.toSorted((a, b) => lanesOf(b).length - lanesOf(a).length).flatMap(lanesOf);
const width = 4;

describe('a machine that is killed over an operation and started again', () => {
  let seen: readonly Seen[] = [];
  beforeAll(async () => {
    seen = (await inParallel(lanes, width, (lane) => lane())).flat();
    printFigures(`crash points of operations: ${seen.length} operations in ${lanes.length} lanes`);
  }, lanes.length * 60_000);

  test.each(deaths)('at "%s" does it once at most, ends it and tells the truth about it', (death) => {
    const after = seen.filter((each) => each.death === death);
    const truth = after.map(({ platform }) => ({ death, platform, outcome: truthAfter(death, platform) }));
    expect(after).toEqual(truth);
    expect(after.length).toBeGreaterThan(0);
  });
});
