import type { Random } from '@intexuraos/kernel';

/** What may go wrong at a door, and how often (0 to 1). */
export interface FaultPlan {
  /** The call fails and nothing happened. */
  readonly before: number;
  /** It happened, and the caller is told that it failed. */
  readonly after: number;
  /** The process dies before or after it happened. */
  readonly crash: number;
}

export const noFaults: FaultPlan = { before: 0, after: 0, crash: 0 };

export type Mishap = 'none' | 'before' | 'after' | 'crash-before' | 'crash-after';

export function mishapOf({ before, after, crash }: FaultPlan, random: Random): Mishap {
  const luck = random.fraction();
  if (luck < before) return 'before';
  if (luck < before + after) return 'after';
  if (luck >= before + after + crash) return 'none';
  return random.fraction() < 0.5 ? 'crash-before' : 'crash-after';
}

export const pick = <T>(random: Random, values: readonly T[]): T | undefined =>
  values[Math.floor(random.fraction() * values.length)];

export const chance = (random: Random, share: number) => random.fraction() < share;
