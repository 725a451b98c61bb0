import type { Action } from './action.ts';
import type { ApprovalRule } from './approval-rule.ts';
import { approvingRule, type Context } from './context.ts';

/** What became of the question about an action: `none` when nobody has answered it, or nobody did in time. */
export type Verdict = 'approved' | 'rejected' | 'edited' | 'rule' | 'none';

export interface Judged {
  readonly action: Action;
  readonly verdict: Verdict;
}

export interface BackTest {
  /** What the rule would have approved, oldest first. */
  readonly approves: readonly Judged[];
  /** What it is about, when it had approved enough for the day. */
  readonly overCap: number;
}

/** What a rule would have approved of these actions, oldest first, as they are now. */
export function backTest(actions: readonly Action[], rule: ApprovalRule, context: Pick<Context, 'typeOf'>): BackTest {
  const fitting = actions.filter((action) => approvingRule(action, { ...context, rules: [rule] }) !== null);
  const approves = withinCap(fitting, rule.perDayMax);
  return {
    approves: approves.map((action) => ({ action, verdict: verdictOn(action) })),
    overCap: fitting.length - approves.length,
  };
}

const dayMs = 24 * 3_600_000;

function withinCap(actions: readonly Action[], perDayMax: number | null): readonly Action[] {
  if (perDayMax === null) return actions;
  const approved: Action[] = [];
  for (const action of actions) {
    const oldest = approved.at(-perDayMax);
    if (approved.length < perDayMax || oldest === undefined || oldest.createdAt <= action.createdAt - dayMs)
      approved.push(action);
  }
  return approved;
}

/** A no counts more than an edit before it, and an edit more than the yes after it. */
export function verdictOn({ events, status, approval }: Action): Verdict {
  const has = (name: string) => events.some(({ event }) => event === name);
  if (has('reject') || (status === 'rejected' && !has('skipDuplicate'))) return 'rejected';
  if (has('edit')) return 'edited';
  if (has('autoApprove') || approval?.channel === 'policy') return 'rule';
  return has('approve') || approval !== null ? 'approved' : 'none';
}
