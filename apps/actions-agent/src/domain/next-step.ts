import { type Action, phaseOf } from './action.ts';
import { approvingRule, type Context } from './context.ts';

export type NextStep = 'notice' | 'prepare' | 'ask' | 'autoApprove' | 'execute' | 'nothing';

/** What the arrival of `action.created` means for this action. The only place that decides to ask or to run. */
export function nextStep(action: Action, { typeOf, now }: Pick<Context, 'typeOf' | 'now'>): NextStep {
  const phase = phaseOf(action);
  if (phase === 'approved') return action.nextAttemptAt === null || action.nextAttemptAt <= now ? 'execute' : 'nothing';
  if (phase !== 'unasked' && phase !== 'awaiting_approval') return 'nothing';
  if (typeOf(action.type) === null) return phase === 'unasked' && action.needsAttention === null ? 'notice' : 'nothing';
  if (action.preparation?.status === 'pending') return 'prepare';
  if (phase === 'awaiting_approval') return 'nothing';
  return approvingRule(action, { typeOf }) === null ? 'ask' : 'autoApprove';
}
