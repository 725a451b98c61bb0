import type { Clock } from '@intexuraos/kernel';
import type { Loaded } from '../ports.ts';
import type { Plan, Planner } from './plan.ts';

/** A plan that has found a change to ride on. */
export interface Ride {
  readonly plan: Plan;
  /** Says whether that change was written; a plan whose change was not goes on alone. */
  end(written: boolean): void;
}

/** What nobody waits for rides on the next write of its action, instead of getting in the way of it with one of its own. */
export interface Riders {
  /** Resolves to whether the plan was written with another change of the action, within `waitMs`. */
  wait(actionId: string, planner: Planner, waitMs: number): Promise<boolean>;
  /** All plans that wait for a change of this action: whoever takes them has to end them. */
  take(loaded: Loaded): readonly Ride[];
}

interface Rider {
  readonly planner: Planner;
  leave(written: boolean): void;
}

export function createRiders(clock: Clock): Riders {
  const waiting = new Map<string, Set<Rider>>();

  function join(actionId: string, rider: Rider): void {
    waiting.set(actionId, (waiting.get(actionId) ?? new Set()).add(rider));
  }

  /** False for one that has been taken along. */
  function remove(actionId: string, rider: Rider): boolean {
    const riders = waiting.get(actionId);
    const waited = riders?.delete(rider) === true;
    if (riders?.size === 0) waiting.delete(actionId);
    return waited;
  }

  /** Null for a plan that has nothing to do any more: it finds that out alone. */
  function rideOf({ planner, leave }: Rider, loaded: Loaded): Ride | null {
    const plan = planner(loaded);
    if (plan === null) leave(false);
    return plan && { plan, end: leave };
  }

  return {
    wait(actionId, planner, waitMs) {
      const { promise, resolve: leave } = Promise.withResolvers<boolean>();
      const rider = { planner, leave };
      join(actionId, rider);
      void clock.sleep(waitMs).then(() => remove(actionId, rider) && leave(false));
      return promise;
    },
    take(loaded) {
      const actionId = loaded.action.id;
      const riders = [...(waiting.get(actionId) ?? [])];
      waiting.delete(actionId);
      return riders.map((rider) => rideOf(rider, loaded)).filter((ride) => ride !== null);
    },
  };
}
