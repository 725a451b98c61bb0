import type { Reducer } from './reducer.ts';
import type { Chance, Mail, Worker, World } from './world.ts';

/** How the world around the lifecycle works; a mutant takes one of these away. */
export interface Rules {
  readonly reducer: Reducer;
  readonly workersMax: number;
  /** A write happens only if nobody wrote since the read. */
  readonly comparesAndSets: boolean;
  /** The target of a keyed type does the same key once. */
  readonly targetKeepsKeys: boolean;
  /** The messenger sends the same message key once. */
  readonly messengerKeepsKeys: boolean;
  readonly takesLeasesBack: boolean;
  /** Every handler reads and writes in two steps, also where one step comes to the same. */
  readonly readsApart: boolean;
}

export const without = <T>(list: readonly T[], item: T): readonly T[] => list.filter((other) => other !== item);

export const spent = (world: World, what: Chance): World => ({
  ...world,
  left: { ...world.left, [what]: (world.left[what] ?? 0) - 1 },
});

export const canSpend = ({ left }: World, what: Chance) => (left[what] ?? 0) > 0;

export const posted = (world: World, mail: Mail): World =>
  world.mail.some(({ id }) => id === mail.id) ? world : { ...world, mail: [...world.mail, mail] };

export const withWorker = (world: World, worker: Worker): World => ({ ...world, workers: [...world.workers, worker] });
