import type { Action } from '../action.ts';
import type { CommandName } from '../commands.ts';
import { kindOf } from '../due.ts';
import type { GuardName } from '../guards.ts';
import { lifecycle, type Row } from '../lifecycle.ts';
import type { Table } from '../transition.ts';
import { createReducer, type Spoil } from './reducer.ts';
import type { Rules } from './rules.ts';

/** The world as it is meant to be. */
export const soundRules = (table: Table = lifecycle, spoil?: Spoil): Rules => ({
  reducer: createReducer(table, spoil),
  workersMax: 2,
  comparesAndSets: true,
  targetKeepsKeys: true,
  messengerKeepsKeys: true,
  takesLeasesBack: true,
  readsApart: false,
});

/** One thing taken away, to see that somebody notices. */
export interface Mutant {
  readonly name: string;
  rules(): Rules;
}

export interface GuardMutant extends Mutant {
  readonly command: CommandName;
  readonly row: Row;
  readonly guard: GuardName;
  readonly table: Table;
}

function withoutGuard(command: CommandName, row: Row, guard: GuardName): GuardMutant {
  const weaker = { ...row, guards: row.guards.filter((other) => other !== guard) };
  const table = { ...lifecycle, [command]: lifecycle[command].map((other) => (other === row ? weaker : other)) };
  const name = `${command}: ${row.from.join('/')} to ${row.to}, without ${guard}`;
  return { name, command, row, guard, table, rules: () => soundRules(table) };
}

export const commandNames = Object.keys(lifecycle).filter((name): name is CommandName => name in lifecycle);

/** Every guard of every row, each taken away once. */
export const guardMutants: readonly GuardMutant[] = commandNames.flatMap((command) =>
  lifecycle[command].flatMap((row) => row.guards.map((guard) => withoutGuard(command, row, guard))),
);

const dueWithout = (action: Action, kind: string): Action => {
  const due = action.due.filter((entry) => kindOf(entry) !== kind);
  return {
    ...action,
    due,
    dueAt: due.length === 0 && action.dueAt !== null && action.due.length > 0 ? null : action.dueAt,
  };
};

const spoilt = (name: string, on: CommandName, spoil: (before: Action, after: Action) => Action): Mutant => ({
  name,
  rules: () =>
    soundRules(lifecycle, (before, after, commands) =>
      commands.some((command) => command.name === on) ? spoil(before, after) : after,
    ),
});

const changed = (name: string, rules: Partial<Rules>): Mutant => ({
  name,
  rules: () => ({ ...soundRules(), ...rules }),
});

/** What goes wrong when the writing, the keys or the sweep are built otherwise. */
export const structuralMutants: readonly Mutant[] = [
  spoilt('claim keeps the epoch', 'claim', ({ epoch }, after) => ({ ...after, epoch })),
  spoilt('claim takes no lease', 'claim', (_, after) => ({ ...after, lease: null })),
  spoilt('claim counts no attempt', 'claim', ({ attempts }, after) => ({ ...after, attempts })),
  spoilt('a retry by a person always takes a new key', 'askAgain', ({ version }, after) => ({
    ...after,
    version: version + 1,
  })),
  spoilt('a retry by a person keeps the key of what had no effect', 'askAgain', ({ version, ask }, after) => ({
    ...after,
    version,
    ask: after.ask && { ...after.ask, id: ask?.id ?? '', version },
  })),
  spoilt('an edit keeps the approval', 'edit', ({ approval, status }, after) =>
    approval === null ? after : { ...after, approval, status },
  ),
  spoilt('an edit keeps the version', 'edit', ({ version }, after) => ({ ...after, version })),
  spoilt('an edit keeps the hash', 'edit', ({ contentHash }, after) => ({ ...after, contentHash })),
  spoilt('an edit keeps the facts', 'edit', ({ prepared, preparation }, after) => ({
    ...after,
    prepared,
    preparation,
  })),
  spoilt('an edit asks nobody', 'edit', (_, after) => dueWithout(dueWithout(after, 'ask'), 'created')),
  spoilt('an ask is not due', 'ask', (_, after) => dueWithout(after, 'ask')),
  spoilt('facts that came are not asked about', 'prepared', (_, after) => dueWithout(after, 'ask')),
  spoilt('an approval is not due to be run', 'approve', (_, after) => dueWithout(after, 'created')),
  spoilt('a retry is not due', 'retry', (_, after) => dueWithout(after, 'created')),
  spoilt('an approval remembers no evidence', 'approve', ({ evidence }, after) => ({ ...after, evidence })),
  spoilt('an unknown outcome is forgotten by the next', 'retry', (_, after) => ({ ...after, outcome: 'no_effect' })),
  spoilt('a failure says that nothing happened', 'fail', (_, after) => ({ ...after, outcome: 'no_effect' })),
  spoilt('an unknown outcome needs no attention', 'fail', ({ needsAttention }, after) => ({
    ...after,
    needsAttention,
  })),
  spoilt('completion keeps the lease', 'complete', ({ lease }, after) => ({ ...after, lease })),
  spoilt('an ETag is as old as the action', 'edit', ({ contentRev }, after) => ({ ...after, contentRev })),
  spoilt('a deleted action can be seen again', 'delete', (_, after) => ({
    ...after,
    status: 'pending',
    approval: null,
  })),
  changed('a write does not look whether somebody wrote', { comparesAndSets: false }),
  changed('the target forgets keys', { targetKeepsKeys: false }),
  changed('the messenger forgets keys', { messengerKeepsKeys: false }),
  changed('no sweep takes leases back', { takesLeasesBack: false }),
];
