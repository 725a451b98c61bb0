import type { Random } from '@intexuraos/kernel';
import { AppError } from '@intexuraos/kernel';
import { type FaultPlan, mishapOf } from './plan.ts';
import type { Process, Scheduler } from './scheduler.ts';

/** One process's way to the outside: each pass waits for its turn and may go wrong on either side of what it does. */
export interface Door {
  pass<T>(plan: FaultPlan, act: () => Promise<T>): Promise<T>;
}

const never = new Promise<never>(() => undefined);

export function createDoor(process: Process, scheduler: Scheduler, random: Random, die: () => void): Door {
  return {
    async pass(plan, act) {
      await scheduler.turn(process);
      const mishap = mishapOf(plan, random);
      if (mishap === 'crash-before') return crash();
      if (mishap === 'before') throw new AppError('UNAVAILABLE', 'simulated: it did not happen');
      const result = await act();
      if (mishap === 'crash-after') return crash();
      await scheduler.turn(process);
      if (mishap === 'after') throw new AppError('UNAVAILABLE', 'simulated: it happened, but nobody was told');
      return result;
    },
  };

  function crash(): Promise<never> {
    die();
    return never;
  }
}
