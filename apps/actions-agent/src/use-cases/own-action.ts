import { AppError } from '@intexuraos/kernel';
import type { Action } from '../domain/action.ts';
import { can } from '../domain/can.ts';
import { decisionOf, whoDecided } from '../domain/decision.ts';
import type { GuardName } from '../domain/guards.ts';
import type { Refusal } from '../domain/transition.ts';
import type { Loaded } from '../ports.ts';
import { type Change, contextAt } from './change-action.ts';
import type { Core } from './core.ts';

/** Whose action, and which. */
export interface Owned {
  readonly userId: string;
  readonly actionId: string;
}

/** Somebody else's action and one that never was get the same answer. */
const notFound = () => new AppError('NOT_FOUND', 'There is no such action.');

/** The person's own action. Throws NOT_FOUND for all others, deleted ones included. */
export async function loadOwn({ ports }: Core, { userId, actionId }: Owned): Promise<Loaded> {
  const loaded = await ports.actions.load(actionId);
  if (loaded === null || loaded.action.userId !== userId || loaded.action.deletedAt !== null) throw notFound();
  return loaded;
}

/**
 * The same for a decision about an action, which is a conditional write: what this process remembers will do while it is
 * undecided there, and not older than what the person saw.
 */
export async function loadToDecide(core: Core, owned: Owned, rev: number | null): Promise<Loaded> {
  const recalled = core.recent.of(owned.actionId);
  return recalled !== null && willDo(recalled.action, owned, rev) ? recalled : loadOwn(core, owned);
}

function willDo(action: Action, { userId }: Owned, rev: number | null): boolean {
  const isUndecided = action.approval === null && ['pending', 'awaiting_approval'].includes(action.status);
  return isUndecided && action.userId === userId && (rev === null ? action.version === 1 : rev <= action.rev);
}

const preconditionGuards: readonly (GuardName | null)[] = ['version-current', 'ask-current'];

/** Why a person's change did not happen: who decided before them, and what is possible instead. */
export function conflictOf({ settings }: Core, { action, at }: Loaded, refusal: Refusal): AppError {
  const details = {
    status: action.status,
    version: action.version,
    can: can(action, contextAt(at, settings.policy)),
    decision: decisionIn(action),
  };
  const stale = preconditionGuards.includes(refusal.guard);
  const message = [`This cannot be done: ${refusal.reason}.`, whoDecided(action)].filter(Boolean).join(' ');
  return new AppError(stale ? 'PRECONDITION_FAILED' : 'CONFLICT', message, { details });
}

/** Null while nobody has decided. */
function decisionIn(action: Action) {
  const decision = decisionOf(action);
  if (decision === null) return null;
  const { event, by, channel, at } = decision;
  return { event, by, channel, at: new Date(at).toISOString() };
}

/** The action after a person's change. Throws NOT_FOUND, CONFLICT or PRECONDITION_FAILED when there was none. */
export function changedOrThrow(core: Core, change: Change): Loaded {
  if (change.outcome === 'not_found') throw notFound();
  if (change.outcome === 'refused') throw conflictOf(core, change.loaded, change.refusal);
  return change.loaded;
}
