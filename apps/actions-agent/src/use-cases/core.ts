import type { Loaded, Ports } from '../ports.ts';
import { type Change, type ChangeAction, createChangeAction } from './change-action.ts';
import type { Planner } from './plan.ts';
import { type RecentActions, remembering } from './recent-actions.ts';
import { createRiders, type Riders } from './riders.ts';
import { createRunner, type Runner } from './run-action.ts';
import type { Settings } from './settings.ts';
import { createTeller, type Teller } from './tell.ts';
import { createToldMarks } from './told-marks.ts';
import { createTurns, type Turns } from './turns.ts';

/** What every use case is made with. */
export interface Core {
  readonly ports: Ports;
  readonly settings: Settings;
  /** Names this run of this process in leases: containers share host names and process ids. */
  readonly instance: string;
  readonly recent: RecentActions;
  readonly changeAction: ChangeAction;
  readonly riders: Riders;
  readonly teller: Teller;
  readonly runner: Runner;
  /** Of many who claim one action at once, all but the first start from what the one before them left. */
  readonly claims: Turns<Change>;
  /** Changes an action and tells what the change has due. */
  change(from: string | Loaded, planner: Planner): Promise<Change>;
}

export function createCore(given: Ports, { settings, instance }: Pick<Core, 'settings' | 'instance'>): Core {
  const marks = createToldMarks();
  const riders = createRiders(given.clock);
  const { ports, recent } = remembering(given);
  const changeAction = createChangeAction(ports, { settings, marks, recent, riders });
  const teller = createTeller(ports, { settings, marks, changeAction });
  const runner = createRunner(ports, { settings, changeAction, teller });
  return {
    ports,
    settings,
    instance,
    recent,
    changeAction,
    riders,
    teller,
    runner,
    claims: createTurns(),
    async change(from, planner) {
      const change = await changeAction(from, planner);
      if (change.outcome === 'changed') await teller.tell(change.loaded, change.tell);
      return change;
    },
  };
}
