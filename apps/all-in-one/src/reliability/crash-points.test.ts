import { crashPointNames } from '@intexuraos/actions-agent/config';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { inParallel } from './testing/harness/in-parallel.ts';
import { inOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import { wishTypes } from './testing/harness/wishes.ts';
import { printFigures, sizes } from './testing/sizes.ts';
import { type CrashRun, crashAtEachPassing, type Lane } from './testing/techniques/crash-points.ts';

/** Only a type with facts to work out passes the points of preparing. */
const typesFor = (point: string): readonly string[] =>
  sizes.everyCrash ? wishTypes : [point.endsWith('-prepare') ? 'calendar' : 'todo'];

/** Points that are passed often are tried often; those first, because they take longest. */
const timesMax = sizes.everyCrash ? 4 : 2;
const lanes = crashPointNames
  .flatMap((point) => typesFor(point).map((type) => ({ point, type, timesMax })))
  .toSorted((one, other) => Number(other.point.endsWith('-update')) - Number(one.point.endsWith('-update')));
const width = 4;
const onItsOwnMachine = (lane: Lane) => inOneMachine({}, (world) => crashAtEachPassing(world, lane));

/** A machine restarts and sweeps within this; the machine is slow where tests run. */
const atOnceMs = 5_000;
/** What whatsapp-service had begun is taken up when its own lease of 30 s is over. */
const afterItsLeaseMs = 40_000;

describe('a machine that dies at any point of an action and is started again', () => {
  let runs: readonly CrashRun[] = [];
  const died = () => runs.filter((run) => run.died);

  beforeAll(async () => {
    runs = (await inParallel(lanes, width, onItsOwnMachine)).flat();
    printFigures(`crash points on one machine: died ${died().length} times in ${lanes.length} lanes`);
  }, lanes.length * 60_000);

  test.each(crashPointNames)('has died %s', (point) => {
    expect(died().map((run) => run.point)).toContain(point);
  });

  test('carries out what was approved, once, and tells the truth about it (checked in each run)', () => {
    expect(died().length).toBeGreaterThan(crashPointNames.length);
  });

  test('goes on at once, or when the lease on a message under way is over', () => {
    const slow = died().filter(({ recoveredMs }) => (recoveredMs ?? 0) > atOnceMs);
    expect(slow.filter(({ recoveredMs }) => (recoveredMs ?? 0) > afterItsLeaseMs)).toEqual([]);
    expect(slow.length).toBeLessThan(died().length / 4);
  });
});
