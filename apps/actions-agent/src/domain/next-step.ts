import { type Action, phaseOf } from './action.ts';
import type { Command } from './commands.ts';
import { approvingRule, type Context } from './context.ts';

export type NextStep = 'notice' | 'prepare' | 'approveOrAsk' | 'execute' | 'nothing';

/** What the arrival of `action.created` means for this action. */
export function nextStep(action: Action, { typeOf, now }: Pick<Context, 'typeOf' | 'now'>): NextStep {
  const phase = phaseOf(action);
  if (phase === 'approved') return action.nextAttemptAt === null || action.nextAttemptAt <= now ? 'execute' : 'nothing';
  if (phase !== 'unasked' && phase !== 'awaiting_approval') return 'nothing';
  if (typeOf(action.type) === null) return phase === 'unasked' && action.needsAttention === null ? 'notice' : 'nothing';
  if (action.preparation?.status === 'pending') return 'prepare';
  return phase === 'unasked' ? 'approveOrAsk' : 'nothing';
}

/** A rule approves the action, or else the person is asked. The only place that decides to ask or to run. */
export function approveOrAsk(action: Action, context: Pick<Context, 'typeOf' | 'rules'>): Command {
  const rule = approvingRule(action, context);
  return rule === null ? { name: 'ask' } : { name: 'autoApprove', rule: rule.id };
}
