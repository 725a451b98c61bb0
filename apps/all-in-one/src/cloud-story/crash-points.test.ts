import { describe, expect, test } from '@jest/globals';
import { hasEmulators } from '../reliability/testing/harness/cloud/emulators.ts';
import { inCloud } from '../reliability/testing/harness/cloud/open-cloud.ts';
import { crashAtEachPassing, type Lane } from '../reliability/testing/techniques/crash-points.ts';

const describeInCloud = (await hasEmulators()) ? describe : describe.skip;

/** Before and after each kind of thing that can be half done; all of them, with all types, are in the soak. */
const lanes: readonly Lane[] = [
  { point: 'after-create', type: 'todo', timesMax: 1 },
  { point: 'before-publish', type: 'todo', timesMax: 1 },
  { point: 'after-update', type: 'todo', timesMax: 2 },
  { point: 'before-execute', type: 'todo', timesMax: 1 },
  { point: 'after-execute', type: 'todo', timesMax: 1 },
];

describeInCloud('actions-agent on Firestore and Pub/Sub', () => {
  test('that is killed at a point of an action goes on after its restart as if nothing had been', async () => {
    const runs = await inCloud({}, async (cloud) => {
      const tried = [];
      for (const lane of lanes) tried.push(...(await crashAtEachPassing(cloud, lane)));
      return tried;
    });
    expect(runs.filter(({ died }) => !died)).toEqual([]);
    expect(runs).toHaveLength(6);
  }, 120_000);
});
