import type { ApprovalRule } from '../domain/approval-rule.ts';
import { approvingRule } from '../domain/context.ts';
import type { Loaded } from '../ports.ts';
import { contextAt } from './change-action.ts';
import type { Core } from './core.ts';

/**
 * The person's rules that may decide about this action now. The first that fits has been counted as used; what has
 * approved enough today is left out. Nobody is asked for rules where none could decide, as about what a person was asked
 * about before.
 */
export async function rulesFor({ ports, settings }: Core, { action, at }: Loaded): Promise<readonly ApprovalRule[]> {
  const context = contextAt(at, settings.policy);
  if (context.typeOf(action.type)?.risk !== 'low' || action.asksMade > 0) return [];
  let rules = await ports.approvalRules.of(action.userId);
  for (;;) {
    const rule = approvingRule(action, { ...context, rules });
    if (rule === null || (await ports.ruleUses.take(rule, action))) return rules;
    rules = rules.filter((other) => other !== rule);
  }
}
