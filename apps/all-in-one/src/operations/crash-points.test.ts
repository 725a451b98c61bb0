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

/**
 * Every platform loses the machine while it has the request. What happens before and after is tried with half of the
 * platforms each, the rest with one; `npm run soak` tries everything with all.
 */
function lanesOf(death: Death): readonly Lane[] {
  if (isAtThePlatform(death)) return [() => dieAtThePlatforms(death)];
  const all = platformsAt(death);
  if (sizes.everyCrash) return all.map((platform) => () => dieAtPoint(death, [platform]));
  if (!death.endsWith('-operation')) return [() => dieAtPoint(death, ['slack'])];
  const half = Number(death.startsWith('before-'));
  return [
    () =>
      dieAtPoint(
        death,
        all.filter(changes).filter((_, index) => index % 2 === half),
      ),
  ];
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
