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
