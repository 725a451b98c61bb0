import type { Action, Target } from './action.ts';
import { type ApprovalRule, ruleFits } from './approval-rule.ts';

/** What the lifecycle must know about an action's type; the registry answers. */
export interface TypeTraits {
  readonly target: Target;
  /** Facts are worked out before the ask. */
  readonly prepares: boolean;
  /** The target takes our key: the same call twice has one effect. */
  readonly keyed: boolean;
  readonly risk: 'low' | 'medium' | 'high';
  /** The URL that the action is about, for rules that name hosts; null where there is none. */
  address(action: Action): string | null;
  /** When an ask for this action should end, Unix milliseconds; null for the default lifetime. */
  askEndsAt(action: Action): number | null;
  /** The earliest moment of the first attempt, Unix milliseconds; null for at once. */
  startsAt(action: Action): number | null;
}

export interface LifecyclePolicy {
  readonly leaseMs: number;
  readonly askLifetimeMs: number;
  readonly attemptsMax: number;
  readonly clarificationsMax: number;
  readonly handlerErrorsMax: number;
  /** How long the process that decided something has to tell it before a sweep does. */
  readonly tellGraceMs: number;
}

export interface Context {
  /** The store's clock, Unix milliseconds. */
  readonly now: number;
  readonly policy: LifecyclePolicy;
  /** Null for a type without a handler. */
  typeOf(type: string): TypeTraits | null;
  /** The person's rules, in their order, where they may decide; a rule that has approved enough is not among them. */
  readonly rules: readonly ApprovalRule[];
  /** Raised when the code of a new ask is taken by another open ask of the person. */
  readonly codeSalt: number;
}

/**
 * The rule that approves this action in place of a person. What is of more than low risk is asked about, and what lacks
 * facts too, whatever the rules say.
 */
export function approvingRule(
  action: Action,
  { typeOf, rules }: Pick<Context, 'typeOf' | 'rules'>,
): ApprovalRule | null {
  const traits = typeOf(action.type);
  if (traits?.risk !== 'low' || action.preparation?.status === 'failed') return null;
  return rules.find((rule) => ruleFits(rule, action, traits.address(action))) ?? null;
}

export const defaultPolicy: LifecyclePolicy = {
  leaseMs: 120_000,
  askLifetimeMs: 24 * 3_600_000,
  attemptsMax: 5,
  clarificationsMax: 2,
  handlerErrorsMax: 5,
  tellGraceMs: 15_000,
};
