import { tmpdir } from 'node:os';
import { join } from 'node:path';

const numberIn = (name: string, usual: number) => Number(process.env[name] ?? usual);

/** How much is tried: a little within `npm test`, as much as `npm run soak` says in the environment else. */
export const sizes = {
  /** Whether every crash point is tried with every action type, on both foundations. */
  everyCrash: process.env['EVERY_CRASH'] === 'true',
  storms: numberIn('STORMS', 20),
  firstStorm: numberIn('FIRST_STORM', 0),
  killSeconds: numberIn('KILL_SECONDS', 3),
  killSeed: numberIn('KILL_SEED', 1),
  /** Whether processes are killed at random in the cloud too. */
  killsInCloud: process.env['KILLS_IN_CLOUD'] === 'true',
  historyFolder: process.env['HISTORY_FOLDER'] ?? join(tmpdir(), 'intexuraos-history'),
};

/** All that a soak prints of a piece: what was done, in figures. */
export const printFigures = (figures: string): boolean => process.stdout.write(`${figures}\n`);
