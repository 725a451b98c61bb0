import type { ApprovalRule } from '../domain/approval-rule.ts';
import { type BackTest, backTest } from '../domain/back-test.ts';
import type { Loaded } from '../ports.ts';
import { contextAt } from './change-action.ts';
import type { Core } from './core.ts';

export interface RuleTrial extends BackTest {
  readonly looked: number;
  /** False: there are older actions, which were not looked at. */
  readonly isComplete: boolean;
}

const pageMax = 100;
const pagesMax = 5;

/** What a rule would have approved of a person's last actions of its types, and what they made of those. Changes nothing. */
export function createBackTestRule({ ports, settings }: Core) {
  return async (userId: string, wanted: Omit<ApprovalRule, 'id'>): Promise<RuleTrial> => {
    const rule = { ...wanted, id: 'tried' };
    const { newestFirst, isComplete } = await lastActions(userId, rule.actionTypes);
    const actions = newestFirst.map(({ action }) => action).toReversed();
    const context = contextAt(ports.clock.now(), settings.policy);
    return { ...backTest(actions, rule, context), looked: actions.length, isComplete };
  };

  async function lastActions(userId: string, types: readonly string[]) {
    const newestFirst: Loaded[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < pagesMax && (page === 0 || cursor !== null); page += 1) {
      const query = { userId, types, limit: pageMax, ...(cursor !== null && { cursor }) };
      const found: Awaited<ReturnType<typeof ports.actions.list>> = await ports.actions.list(query);
      newestFirst.push(...found.actions);
      cursor = found.nextCursor;
    }
    return { newestFirst, isComplete: cursor === null };
  }
}
