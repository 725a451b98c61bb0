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
  /** Resolves to whether the plan was written with another change of the action; after at most `waitMs`, unless one is being written. */
  wait(actionId: string, planner: Planner, waitMs: number): Promise<boolean>;
  /** All plans that wait for a change of this action: whoever takes them has to end them. */
  take(loaded: Loaded): readonly Ride[];
}

interface Rider {
  readonly planner: Planner;
  leave(written: boolean): void;
}

export function createRiders(clock: Clock): Riders {
  const waiting = new Map<string, Rider[]>();

  /** Null for a plan that has nothing to do any more: it finds that out alone. */
  function rideOf({ planner, leave }: Rider, loaded: Loaded): Ride | null {
    const plan = planner(loaded);
    if (plan === null) leave(false);
    return plan && { plan, end: leave };
  }

  /** Those who come later wait no longer than the first one, so that nobody who goes alone takes them along before itself. */
  async function gather(actionId: string, first: Rider, waitMs: number): Promise<void> {
    const riders = [first];
    waiting.set(actionId, riders);
    await clock.sleep(waitMs);
    if (waiting.get(actionId) !== riders) return;
    waiting.delete(actionId);
    for (const { leave } of riders) leave(false);
  }

  return {
    wait(actionId, planner, waitMs) {
      const { promise, resolve: leave } = Promise.withResolvers<boolean>();
      const rider = { planner, leave };
      const riders = waiting.get(actionId);
      if (riders === undefined) void gather(actionId, rider, waitMs);
      else riders.push(rider);
      return promise;
    },
    take(loaded) {
      const actionId = loaded.action.id;
      const riders = waiting.get(actionId) ?? [];
      waiting.delete(actionId);
      return riders.map((rider) => rideOf(rider, loaded)).filter((ride) => ride !== null);
    },
  };
}
