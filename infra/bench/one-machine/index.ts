import type { Figure, Measure } from '../measure.ts';
import { ratios } from '../statistics.ts';
import { startAllInOne } from './all-in-one.ts';
import { createDriver, type Drive, type Driver, type Load } from './drive.ts';
import { type Outside, startOutside } from './outside.ts';
import { startProbe } from './probe.ts';
import type { System } from './system.ts';
import { canBeMeasured, memoryMiB } from './usage.ts';

const warmUp: Load = { lifecycles: 2_000, concurrency: 16 };
const repetitions = 3;
const loads: readonly Load[] = [
  { lifecycles: 200, concurrency: 1 },
  { lifecycles: 300, concurrency: 16 },
  { lifecycles: 1_500, concurrency: 64 },
];

const how = `One lifecycle: created over HTTP and stored, the person asked by a call to the Cloud API, approved over HTTP,
carried out by one call to the target, completed and stored; synchronous=FULL. The product runs as \`npm start\` runs it
(logs at error), the probe does nothing but the writes and the calls; both take turns under the same closed loop on the
same machine, ${repetitions} times. Ratios are of neighbouring runs.`;

interface Contestant {
  readonly system: System;
  readonly driver: Driver;
  readonly drives: Map<number, Drive[]>;
}

/** Whole lifecycles over HTTP through the real process, beside a probe that does the least possible. */
export const oneMachine: Measure = {
  name: 'one-machine',
  async run(say) {
    if (!canBeMeasured()) return { missing: 'CPU and memory of a process are read from /proc, which only Linux has' };
    const outside = await startOutside();
    const probe = contestant('probe', await startProbe(outside.url), outside);
    const ours = contestant('ours', await startAllInOne(outside.url), outside);
    try {
      await takeTurns([probe, ours], say);
      const lost = await ours.driver.lost();
      return { title: 'One machine', how, figures: [...figures(ours, probe), ...faults(outside, lost)] };
    } finally {
      await Promise.all([probe.system.stop(), ours.system.stop(), outside.close()]);
    }
  },
};

const contestant = (name: string, system: System, outside: Outside): Contestant => ({
  system,
  driver: createDriver(name, system, outside),
  drives: new Map(loads.map(({ concurrency }) => [concurrency, []])),
});

async function takeTurns(contestants: readonly Contestant[], say: (line: string) => void): Promise<void> {
  for (const { driver } of contestants) await driver.drive(warmUp);
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    say(`repetition ${repetition} of ${repetitions}`);
    for (const load of loads) {
      for (const { driver, drives } of contestants) drives.get(load.concurrency)?.push(await driver.drive(load));
    }
  }
}

function figures(ours: Contestant, probe: Contestant): readonly Figure[] {
  const of = (who: Contestant, concurrency: number, what: keyof Drive) =>
    (who.drives.get(concurrency) ?? []).map((drive) => drive[what]);
  const pair = (name: string, concurrency: number, what: keyof Drive, unit: string): readonly Figure[] => [
    { name: `${name} at c=${concurrency}`, unit, values: of(ours, concurrency, what) },
    { name: `the same of the probe`, unit, values: of(probe, concurrency, what) },
  ];
  const ratio = (concurrency: number, what: keyof Drive) =>
    ratios(of(ours, concurrency, what), of(probe, concurrency, what));
  const flushes = (concurrency: number, atLeast: number, goal: number): Figure => ({
    name: `flushes per lifecycle at c=${concurrency}`,
    unit: '',
    values: of(ours, concurrency, 'flushesPerLifecycle'),
    target: { better: 'less', atLeast, goal },
  });
  return [
    {
      name: 'lifecycles/s at c=64, as a share of the probe',
      unit: '',
      values: ratio(64, 'perSecond'),
      target: { better: 'more', atLeast: 0.25, goal: 0.5 },
    },
    {
      name: 'CPU per lifecycle at c=64, times the probe',
      unit: '',
      values: ratio(64, 'cpuMsPerLifecycle'),
      target: { better: 'less', atLeast: 5, goal: 2.2 },
    },
    {
      name: 'approval to executor at c=1 (p50), times the probe',
      unit: '',
      values: ratio(1, 'approvalToExecutorMs'),
      target: { better: 'less', atLeast: 1.8, goal: 1.2 },
    },
    flushes(1, 5, 3),
    flushes(64, 0.34, 0.15),
    {
      name: `memory after ${ours.driver.driven} lifecycles`,
      unit: 'MiB',
      values: [memoryMiB(ours.system.pid)],
      target: { better: 'less', atLeast: 146, goal: 110 },
    },
    ...loads.flatMap(({ concurrency }) => pair('lifecycles/s', concurrency, 'perSecond', '/s')),
    ...pair('CPU per lifecycle', 64, 'cpuMsPerLifecycle', 'ms'),
    ...pair('approval to executor (p50)', 1, 'approvalToExecutorMs', 'ms'),
    { name: 'memory of the probe', unit: 'MiB', values: [memoryMiB(probe.system.pid)] },
  ];
}

const none = { better: 'less', goal: 0 } as const;

const faults = (outside: Outside, lost: number): readonly Figure[] => [
  { name: 'lifecycles lost', unit: '', values: [lost], target: none },
  { name: 'lifecycles executed twice', unit: '', values: [outside.executedTwice()], target: none },
  { name: 'lifecycles asked about twice', unit: '', values: [outside.askedTwice()], target: none },
];
