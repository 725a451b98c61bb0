import { availableParallelism } from 'node:os';
import type { SoakOptions } from './options.ts';

/** One technique of the test suite in its full size: the same tests as in `npm test`, told to do more. */
export interface Piece {
  readonly name: string;
  readonly title: string;
  /** The test files, below the top folder. */
  readonly tests: readonly string[];
  /** What the tests are told, once for each process that is to run at the same time. */
  settings(options: SoakOptions): readonly Readonly<Record<string, string>>[];
  /** After so many minutes it has failed. */
  minutesMax(options: SoakOptions): number;
}

const simulation = 'apps/actions-agent/src/simulation';
const reliability = 'apps/all-in-one/src/reliability';
const commands = 'apps/all-in-one/src/commands';
const operations = 'apps/all-in-one/src/operations';
const cloud = 'apps/all-in-one/src/cloud-story';

export const pieces: readonly Piece[] = [
  {
    name: 'model',
    title: 'every order of events over the lifecycle, with large bounds',
    tests: ['apps/actions-agent/src/domain/model/model.test.ts'],
    settings: () => [{ MODEL_BOUNDS: 'large', NODE_OPTIONS: '--max-old-space-size=6000' }],
    minutesMax: () => 60,
  },
  {
    name: 'sequences',
    title: 'random commands and simulated lives on memory, SQLite and Firestore, compared',
    tests: ['packages/storage/src/differential.test.ts', `${simulation}/foundations.test.ts`],
    settings: ({ sequences, seed }) => [
      {
        STORE_SEQUENCES: String(sequences),
        STORE_LIVES: String(Math.ceil(sequences / 10)),
        SIMULATION_SEED: String(seed),
      },
    ],
    minutesMax: ({ sequences }) => 10 + sequences / 100,
  },
  {
    name: 'simulation',
    title: 'simulated lives in which everything fails, one for each seed',
    tests: [`${simulation}/simulation.test.ts`],
    settings: ({ seeds, seed }) =>
      shares(seeds).map(({ from, count }) => ({
        SIMULATION_SEED: String(seed + from),
        SIMULATION_SEEDS: String(count),
      })),
    minutesMax: ({ seeds }) => 10 + seeds / 200,
  },
  {
    name: 'crashes',
    title: 'kill -9 at every crash point, for every action type and platform, on one machine and in the cloud',
    tests: [reliability, commands, operations, cloud].map((folder) => `${folder}/crash-points.test.ts`),
    settings: () => [{ EVERY_CRASH: 'true' }],
    minutesMax: () => 180,
  },
  {
    name: 'kills',
    title: 'kill -9 at random under load, on one machine and in the cloud',
    tests: [`${reliability}/random-kills.test.ts`],
    settings: ({ minutes, seed }) => [
      { KILL_SECONDS: String(minutes * 60), KILL_SEED: String(seed), KILLS_IN_CLOUD: 'true' },
    ],
    minutesMax: ({ minutes }) => 2 * minutes + 20,
  },
  {
    name: 'copies',
    title: 'every message five times, late and out of order, on one machine and in the cloud',
    tests: [`${reliability}/copies.test.ts`, `${cloud}/copies.test.ts`],
    settings: () => [{}],
    minutesMax: () => 20,
  },
  {
    name: 'storms',
    title: 'two hundred calls on one action at once',
    tests: [`${reliability}/storm.test.ts`],
    settings: ({ storms, seed }) => [{ STORMS: String(storms), FIRST_STORM: String(seed - 1) }],
    minutesMax: ({ storms }) => 10 + storms / 15,
  },
  {
    name: 'targets',
    title: 'slow, lying and dying targets, full disks, stops in the middle',
    tests: [
      `${reliability}/faulty-target.test.ts`,
      `${reliability}/disk-full.test.ts`,
      `${reliability}/stopping.test.ts`,
    ],
    settings: () => [{}],
    minutesMax: () => 20,
  },
];

/** The seeds in as many parts as there are processors. */
function shares(seeds: number): readonly { readonly from: number; readonly count: number }[] {
  const count = Math.ceil(seeds / availableParallelism());
  return Array.from({ length: Math.ceil(seeds / count) }, (_, part) => ({
    from: part * count,
    count: Math.min(count, seeds - part * count),
  }));
}
