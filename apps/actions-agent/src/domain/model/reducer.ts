import { type Action, type Phase, phaseOf } from '../action.ts';
import type { Command, CommandName } from '../commands.ts';
import { lifecycle } from '../lifecycle.ts';
import { decide, type Table } from '../transition.ts';
import { promiseBrokenBy } from './change-promises.ts';
import { plainAction } from './plain-action.ts';
import { modelContext } from './types.ts';

/** Something that somebody wants to do to the action, decided anew on each state that is read. */
export interface Job {
  /** Names the job and everything it was given: equal names, equal plans. */
  readonly name: string;
  /** Some of it was settled by a first read, and is not looked at again. */
  readonly isChosen?: boolean;
  /** The commands for the action as it is now; null to leave it alone. */
  plan(action: Action, table: Table): readonly Command[] | null;
}

export interface Changed {
  readonly commands: readonly Command[];
  readonly action: Action;
  /** An ETag from before shows something else. */
  readonly isNewContent: boolean;
  readonly broken: string | null;
}

/** Spoils what a decision writes: how a mutant that is not a missing guard is made. */
export type Spoil = (before: Action, after: Action, commands: readonly Command[]) => Action;

export interface Reducer {
  readonly table: Table;
  /** What the job writes, or null when there is nothing to do or the table refuses. */
  change(action: Action, job: Job): Changed | null;
  /** The one object for all equal actions. */
  same(action: Action): Action;
  numberOf(action: Action): number;
  /** Every move that was made, as `approve from unasked`. */
  readonly moves: ReadonlySet<string>;
}

const unspoilt: Spoil = (_before, after) => after;

/** What follows from an action alone, worked out once for each. */
export function memoized<T>(work: (action: Action) => T): (action: Action) => T {
  const known = new WeakMap<Action, { readonly value: T }>();
  return (action) => {
    const entry = known.get(action) ?? { value: work(action) };
    known.set(action, entry);
    return entry.value;
  };
}

/** The code's own `decide` on actions in plain form; each decision is made once. */
export function createReducer(table: Table = lifecycle, spoil: Spoil = unspoilt): Reducer {
  const actions = new Map<string, Action>();
  const moves = new Set<string>();
  const numbers = new Map<Action, number>();
  const decided = new Map<Action, Map<string, Changed | null>>();

  function same(action: Action): Action {
    const key = JSON.stringify(action);
    const known = actions.get(key);
    if (known !== undefined) return known;
    actions.set(key, action);
    numbers.set(action, numbers.size);
    decided.set(action, new Map());
    return action;
  }

  function decideOn(before: Action, job: Job): Changed | null {
    const commands = job.plan(before, table);
    if (commands === null) return null;
    const decision = decide(before, commands, modelContext, table);
    if (!decision.ok) return null;
    recordMoves(moves, before, commands);
    const after = spoil(before, decision.action, commands);
    const isNewContent = after.contentRev !== before.contentRev;
    return {
      commands,
      action: same(plainAction(after)),
      isNewContent,
      broken: promiseBrokenBy({ before, commands, after }),
    };
  }

  return {
    table,
    moves,
    same,
    numberOf: (action) => numbers.get(action) ?? -1,
    change(action, job) {
      const known = decided.get(action);
      const earlier = known?.get(job.name);
      if (earlier !== undefined) return earlier;
      const changed = decideOn(action, job);
      known?.set(job.name, changed);
      return changed;
    },
  };
}

function recordMoves(moves: Set<string>, before: Action, commands: readonly Command[]): void {
  let phase = phaseOf(before);
  for (const { name } of commands) {
    moves.add(moveName(name, phase));
    const to = lifecycle[name].find((row) => row.from.includes(phase))?.to ?? 'same';
    phase = to === 'same' ? phase : to;
  }
}

export const moveName = (command: CommandName, from: Phase) => `${command} from ${from}`;
