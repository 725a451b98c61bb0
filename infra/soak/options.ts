import { parseArgs } from 'node:util';

/** How long and how much; a flag comes before the environment. */
export interface SoakOptions {
  /** Names of pieces; all unless said. */
  readonly only: readonly string[];
  readonly minutes: number;
  readonly seeds: number;
  readonly storms: number;
  readonly sequences: number;
  /** Where randomness begins: another number, other runs. */
  readonly seed: number;
}

const flags = {
  only: { type: 'string', default: process.env['SOAK_ONLY'] ?? '' },
  minutes: { type: 'string', default: process.env['SOAK_MINUTES'] ?? '10' },
  seeds: { type: 'string', default: process.env['SIMULATION_SEEDS'] ?? '100000' },
  storms: { type: 'string', default: process.env['STORMS'] ?? '500' },
  sequences: { type: 'string', default: process.env['STORE_SEQUENCES'] ?? '10000' },
  seed: { type: 'string', default: process.env['SOAK_SEED'] ?? '1' },
} as const;

/** Throws for a flag that there is not, and for a number that is none. */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values } = parseArgs({ args: [...args], options: flags });
  return {
    only: values.only.split(',').filter(Boolean),
    minutes: positive('minutes', values.minutes),
    seeds: positive('seeds', values.seeds),
    storms: positive('storms', values.storms),
    sequences: positive('sequences', values.sequences),
    seed: positive('seed', values.seed),
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name} is "${text}": expected a number above 0`);
  return number;
}
