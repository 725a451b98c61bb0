import { type Action, phaseOf } from './action.ts';
import type { Command } from './commands.ts';
import type { Context } from './context.ts';
import { refusalOf } from './transition.ts';

/** What the owner may do, by the names the API uses, and the command each stands for. */
const offers: Readonly<Record<string, (action: Action) => Command>> = {
  approve: (action) => ({
    name: 'approve',
    ...acting(action),
    version: action.version,
    askId: null,
    evidence: 'offer',
    saidAt: null,
  }),
  reject: (action) => ({ name: 'reject', ...acting(action), evidence: 'offer', reason: null }),
  edit: (action) => ({ name: 'edit', ...acting(action), version: action.version, changes: {} }),
  retry: (action) => ({ name: 'askAgain', ...acting(action), confirmMayDuplicate: true }),
  'resolve-duplicate': (action) => ({ name: 'skipDuplicate', ...acting(action) }),
  archive: (action) => ({ name: 'archive', ...acting(action), reason: null }),
  delete: (action) => ({ name: 'delete', ...acting(action) }),
};

const acting = (action: Action) => ({ by: action.userId, channel: 'web' as const });

/** Every move the owner has now: the API sends it with each action, so that no page needs rules of its own. */
export function can(action: Action, context: Context): readonly string[] {
  const moves = Object.entries(offers)
    .filter(([, offer]) => refusalOf(action, offer(action), context) === null)
    .map(([name]) => name);
  const executes = moves.includes('approve') || phaseOf(action) === 'approved';
  return executes ? [...moves, 'execute'] : moves;
}
