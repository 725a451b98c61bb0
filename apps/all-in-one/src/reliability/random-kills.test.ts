import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openCloud } from './testing/harness/cloud/open-cloud.ts';
import { openOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import { wishTypes } from './testing/harness/wishes.ts';
import { type OpenWorld, within } from './testing/harness/world.ts';
import { printFigures, sizes } from './testing/sizes.ts';
import { createHistory } from './testing/techniques/history.ts';
import { killAtRandom } from './testing/techniques/random-kills.ts';

const { killSeconds: seconds, killSeed: seed, historyFolder } = sizes;

/** What whatsapp-service had begun to send is taken up when its lease of 30 s is over; all else within a sweep or two. */
const settlesWithinMs = 45_000;

const foundations: readonly (readonly [string, OpenWorld])[] = [
  ['one machine', openOneMachine],
  ...(sizes.killsInCloud ? ([['the cloud', openCloud]] as const) : []),
];

describe('processes that are killed at random while they are at work', () => {
  test.each(foundations)(
    'on %s, lose nothing, do nothing twice and come to rest',
    async (name, open) => {
      mkdirSync(historyFolder, { recursive: true });
      const history = createHistory(join(historyFolder, `${name.replaceAll(' ', '-')}-${seed}-${process.pid}.jsonl`));
      const report = await within(open({}), (world) =>
        killAtRandom(world, history, { seconds, seed, width: 6, types: wishTypes }),
      );
      printFigures(`random kills on ${name}, seed ${seed}: ${JSON.stringify(report)}; history in ${history.path}`);
      expect(report.kills).toBeGreaterThan(seconds / 5);
      expect(report.actions).toBeGreaterThan(0);
      expect(report.settledMs).toBeLessThan(settlesWithinMs);
    },
    seconds * 1_000 + 600_000,
  );
});
