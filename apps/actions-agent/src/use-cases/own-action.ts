import { AppError } from '@intexuraos/kernel';
import { can } from '../domain/can.ts';
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

/** Why a person's change did not happen, with what is possible instead. */
export function conflictOf({ settings }: Core, { action, at }: Loaded, refusal: Refusal): AppError {
  const details = { status: action.status, version: action.version, can: can(action, contextAt(at, settings.policy)) };
  const stale = preconditionGuards.includes(refusal.guard);
  return new AppError(stale ? 'PRECONDITION_FAILED' : 'CONFLICT', `This cannot be done: ${refusal.reason}.`, {
    details,
  });
}

/** The action after a person's change. Throws NOT_FOUND, CONFLICT or PRECONDITION_FAILED when there was none. */
export function changedOrThrow(core: Core, change: Change): Loaded {
  if (change.outcome === 'not_found') throw notFound();
  if (change.outcome === 'refused') throw conflictOf(core, change.loaded, change.refusal);
  return change.loaded;
}
