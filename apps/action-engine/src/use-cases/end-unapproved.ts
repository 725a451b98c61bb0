import type { ActionChanged } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import { ended, type Failure } from '../domain/performance.ts';
import type { ActionEnginePorts } from '../ports.ts';
import { tellOutcome } from './tell-outcome.ts';

/** How an action ends without having been performed. */
const endings: Partial<Record<ActionChanged['status'], Failure>> = {
  rejected: { code: 'REJECTED', message: 'The person said no', retryAfterMs: null },
  archived: { code: 'NOT_APPROVED', message: 'Nobody said yes to it', retryAfterMs: null },
  failed: { code: 'NOT_PERFORMED', message: 'It could not be carried out after the approval', retryAfterMs: null },
};

/** Whether somebody may wait for this action, in vain. */
export const isUnapproved = ({ origin, status }: ActionChanged): boolean =>
  origin.kind === 'operation' && endings[status] !== undefined;

/** What waits for a yes that will not come is over, and who asked for it is told. Throws CONFLICT to be told again. */
export async function endUnapproved(
  ports: ActionEnginePorts,
  { origin, userId, status }: ActionChanged,
): Promise<void> {
  const failure = endings[status];
  if (failure === undefined) return;
  const kept = await ports.performances.get(origin.id);
  if (kept?.performance.userId !== userId || kept.performance.status !== 'awaiting_approval') return;
  const next = ended(kept.performance, { status: 'not_executed', failure }, ports.clock.now());
  if ((await ports.performances.change(kept, next)) === null) throw new AppError('CONFLICT', 'It has just changed');
  ports.background.begin((signal) => tellOutcome(ports, next.id, signal));
}
