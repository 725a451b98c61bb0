import type { Action, Attention, Status } from './action.ts';

/** For so long the machine may have an action in its hands without anything new. */
export const stuckAfterMs = 10 * 60_000;

/** Why somebody should look at an action. */
export type StuckReason = Attention | 'UNTOLD' | 'OVERDUE';

const settled = new Set<Status>(['completed', 'rejected', 'archived']);

/** When there was last something new to tell: marks and postponements are no news, and a planned attempt was to wait. */
export const waitingSince = ({
  events,
  createdAt,
  nextAttemptAt,
}: Pick<Action, 'events' | 'createdAt' | 'nextAttemptAt'>) =>
  Math.max(events.at(-1)?.at ?? createdAt, nextAttemptAt ?? 0);

/** Sweeps postpone what they tell in vain by as long as it has waited: so it is seen in the action itself. */
const isUntold = (action: Action) =>
  action.due.length > 0 && Math.min(...action.due.map(({ at }) => at)) - waitingSince(action) > stuckAfterMs;

const isOpen = ({ status, deletedAt }: Action) => !settled.has(status) && deletedAt === null;

/** Since when an action needs a look that no sweep can give it; null for all others. */
export function stuckSince(action: Action): number | null {
  const isStuck = isOpen(action) ? action.needsAttention !== null || isUntold(action) : isUntold(action);
  return isStuck ? waitingSince(action) : null;
}

export const stuckReason = (action: Action): StuckReason =>
  action.needsAttention ?? (isUntold(action) ? 'UNTOLD' : 'OVERDUE');
