import type { Clock } from '@intexuraos/kernel';
import { actionTypeOf } from '../action-types/index.ts';
import type { Action } from '../domain/action.ts';
import type { Command } from '../domain/commands.ts';
import type { Context, LifecyclePolicy } from '../domain/context.ts';
import { crossedOff } from '../domain/due.ts';
import { type Decision, decide, type Refusal } from '../domain/transition.ts';
import type { ApprovalMessage, Loaded, Ports } from '../ports.ts';
import { goingAlong } from './outgoing.ts';
import type { Plan, Planner } from './plan.ts';
import type { RecentActions } from './recent-actions.ts';
import type { Ride, Riders } from './riders.ts';
import type { Settings } from './settings.ts';
import type { ToldMarks } from './told-marks.ts';

export type Change =
  /** `tell`: keys of what this change wants told at once. */
  | { readonly outcome: 'changed'; readonly loaded: Loaded; readonly tell: readonly string[] }
  | { readonly outcome: 'refused'; readonly loaded: Loaded; readonly refusal: Refusal }
  | { readonly outcome: 'unchanged'; readonly loaded: Loaded }
  | { readonly outcome: 'not_found' };

/** Somebody else wrote in between: what is there now. */
interface Overtaken {
  readonly outcome: 'overtaken';
  readonly loaded: Loaded;
}

/**
 * The only way an action changes: read, decide, write if nobody wrote in between, else again with what is there now.
 * Starts without reading from what a caller just read or wrote, and from what this process remembers; that a change is
 * refused or not needed is never said of what is only remembered.
 */
export type ChangeAction = (from: string | Loaded, planner: Planner) => Promise<Change>;

/** Each lost race means that somebody else made progress, so this is only met when something is broken. */
const racesMax = 50;
const saltsMax = 8;

export const contextAt = (
  now: number,
  policy: LifecyclePolicy,
  { rules = [], codeSalt = 0 }: Partial<Pick<Context, 'rules' | 'codeSalt'>> = {},
): Context => ({
  now,
  policy,
  typeOf: (type) => actionTypeOf(type)?.traits ?? null,
  rules,
  codeSalt,
});

type ChangePorts = Pick<Ports, 'actions' | 'clock' | 'crashPoint'>;

interface ChangeParts {
  readonly settings: Settings;
  readonly marks: ToldMarks;
  readonly recent: RecentActions;
  readonly riders: Riders;
}

export function createChangeAction(
  { actions, clock, crashPoint }: ChangePorts,
  { settings, marks, recent, riders }: ChangeParts,
): ChangeAction {
  const { policy } = settings;

  async function write(loaded: Loaded, plan: Plan, told: readonly string[]): Promise<Change | Overtaken> {
    const commands = withTold(plan.commands, told);
    const decision = await withFreeCode(actions, loaded.action, (codeSalt) =>
      decide(loaded.action, commands, contextAt(loaded.at, policy, { rules: plan.rules ?? [], codeSalt })),
    );
    if (!decision.ok) return { outcome: 'refused', loaded, refusal: decision.refusal };
    crashPoint('before-update');
    const canTell = plan.tellsAlong && actions.publishesAlong;
    const { keys, messages } = goingAlong(decision.action, canTell ? decision.tell : [], { now: loaded.at, settings });
    const alongside = { ...plan, overflow: decision.overflow, messages };
    const next = crossedOff(decision.action, keys);
    const written = await actions.updateStatusIf(loaded, next, alongside, plan.durability ?? 'flushed');
    crashPoint('after-update');
    if (written.outcome === 'not_found') return { outcome: 'not_found' };
    if (written.outcome === 'status_mismatch') return { outcome: 'overtaken', loaded: written.loaded };
    marks.forget(loaded.action.id, told);
    return { outcome: 'changed', loaded: written.loaded, tell: decision.tell.filter((key) => !keys.includes(key)) };
  }

  async function attempt(loaded: Loaded, planner: Planner): Promise<Change | Overtaken> {
    const plan = planner(loaded);
    if (plan === null) return { outcome: 'unchanged', loaded };
    const told = marks.of(loaded.action.id);
    const rides = riders.take(loaded);
    if (rides.length === 0) return write(loaded, plan, told);
    const change = await withRiders(rides, write(loaded, rides.reduceRight(joined, plan), told));
    return change.outcome === 'refused' ? write(loaded, plan, told) : change;
  }

  return async (from, planner) => {
    const known = typeof from === 'string' ? recent.of(from) : from;
    let loaded = known === null ? await actions.load(idOf(from)) : aged(known, clock);
    for (let race = 0; race < racesMax; race += 1) {
      if (loaded === null) return { outcome: 'not_found' };
      const change = await attempt(loaded, planner);
      if (change.outcome === 'overtaken') loaded = change.loaded;
      else if (change.outcome === 'changed' || !loaded.isRecalled) return change;
      else loaded = await actions.load(idOf(from));
    }
    throw new Error('an action changed faster than it could be written');
  };
}

export const idOf = (from: string | Loaded): string => (typeof from === 'string' ? from : from.action.id);

/** What was read a while ago, at the store's present time: both clocks may differ, what passes on them does not. */
function aged(loaded: Loaded, clock: Clock): Loaded {
  const takenAt = clock.now();
  return { ...loaded, at: loaded.at + Math.max(0, takenAt - loaded.takenAt), takenAt };
}

/** Whatever becomes of the change, those who ride on it learn it. */
async function withRiders<T extends { readonly outcome: string }>(
  rides: readonly Ride[],
  writing: Promise<T>,
): Promise<T> {
  let written = false;
  try {
    const change = await writing;
    written = change.outcome === 'changed';
    return change;
  } finally {
    for (const { end } of rides) end(written);
  }
}

/** What rides happened before the change that takes it along; a copy of what was heard says nothing new. */
const joined = (plan: Plan, { plan: riding }: Ride): Plan => ({
  ...plan,
  commands: [...riding.commands, ...plan.commands],
  approvalMessages: distinct([...(riding.approvalMessages ?? []), ...(plan.approvalMessages ?? [])]),
});

const distinct = (messages: readonly ApprovalMessage[]): readonly ApprovalMessage[] => [
  ...new Map(messages.map((message) => [message.id, message])).values(),
];

const withTold = (commands: readonly Command[], keys: readonly string[]): readonly Command[] =>
  keys.length === 0 ? commands : [{ name: 'told', keys, postponeTo: null }, ...commands];

/** An ask's code names one open ask of a person: where it is taken, the next one is tried. */
async function withFreeCode(
  actions: Ports['actions'],
  before: Action,
  decideSalted: (codeSalt: number) => Decision,
): Promise<Decision> {
  let decision = decideSalted(0);
  for (let salt = 1; salt < saltsMax; salt += 1) {
    if (!decision.ok || decision.action.status !== 'awaiting_approval') return decision;
    const code = decision.action.ask?.code;
    if (code === undefined || code === before.ask?.code) return decision;
    const holder = await actions.withAskCode(before.userId, code);
    if (holder === null || holder.action.id === before.id) return decision;
    decision = decideSalted(salt);
  }
  return decision;
}
