import { crashPointNames } from '@intexuraos/actions-agent/config';
import { describe, expect, test } from '@jest/globals';
import { hasEmulators } from '../reliability/testing/harness/cloud/emulators.ts';
import { inCloud } from '../reliability/testing/harness/cloud/open-cloud.ts';
import { wishTypes } from '../reliability/testing/harness/wishes.ts';
import { printFigures, sizes } from '../reliability/testing/sizes.ts';
import { crashAtEachPassing, type Lane } from '../reliability/testing/techniques/crash-points.ts';

const describeInCloud = (await hasEmulators()) ? describe : describe.skip;

/** Before and after each kind of thing that can be half done. */
const some: readonly Lane[] = [
  { point: 'after-create', type: 'todo', timesMax: 1 },
  { point: 'before-publish', type: 'todo', timesMax: 1 },
  { point: 'after-update', type: 'todo', timesMax: 2 },
  { point: 'before-execute', type: 'todo', timesMax: 1 },
  { point: 'after-execute', type: 'todo', timesMax: 1 },
];

const every: readonly Lane[] = wishTypes.flatMap((type) =>
  crashPointNames.map((point) => ({ point, type, timesMax: 4 })),
);
const lanes = sizes.everyCrash ? every : some;

describeInCloud('actions-agent on Firestore and Pub/Sub', () => {
  test(
    'that is killed at a point of an action goes on after its restart as if nothing had been',
    async () => {
      const runs = await inCloud({}, async (cloud) => {
        const tried = [];
        for (const lane of lanes) tried.push(...(await crashAtEachPassing(cloud, lane)));
        return tried;
      });
      const died = runs.filter((run) => run.died);
      printFigures(`crash points in the cloud: died ${died.length} times in ${lanes.length} lanes`);
      expect(new Set(died.map(({ point }) => point)).size).toBe(new Set(lanes.map(({ point }) => point)).size);
    },
    lanes.length * 60_000,
  );
});
