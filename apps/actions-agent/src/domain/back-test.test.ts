import { expect, test } from '@jest/globals';
import { aContext, aRule } from '../testing/a-context.ts';
import { anAction, anActionIn, noon } from '../testing/an-action.ts';
import { decided, say } from '../testing/decided.ts';
import type { Action } from './action.ts';
import { backTest, verdictOn } from './back-test.ts';

const hourMs = 3_600_000;
const at = (hours: number, facts: Partial<Action> = {}) =>
  anAction({ type: 'sure', id: `a${hours}`, createdAt: noon + hours * hourMs, ...facts });
const idsOf = (actions: readonly Action[], rule = aRule()) =>
  backTest(actions, rule, aContext()).approves.map(({ action }) => action.id);

const asked = anActionIn('awaiting_approval');
test.each([
  ['nobody answered', asked, 'none'],
  ['was approved as it was', decided(asked, say.approve()), 'approved'],
  ['was edited and then approved', decided(asked, [say.edit(), say.approve({ version: 2 })]), 'edited'],
  ['was edited and then rejected', decided(asked, [say.edit(), say.reject()]), 'rejected'],
  [
    'was rejected and put away',
    decided(asked, [say.reject(), { name: 'archive', by: 'anna', channel: 'web', reason: null }]),
    'rejected',
  ],
  ['a rule approved', decided(anAction({ type: 'sure' }), { name: 'autoApprove', rule: 'sure@1' }), 'rule'],
  ['was rejected before there was a timeline', anAction({ status: 'rejected' }), 'rejected'],
])('what %s', (_, action, verdict) => {
  expect(verdictOn(action)).toBe(verdict);
});

test('a rule is tried on what it is about, never on what is risky or lacks its facts', () => {
  const failed = { status: 'failed', problem: 'x', reasoning: null, generatedAt: null } as const;
  const actions = [at(0), at(1, { type: 'keyed' }), at(2, { type: 'risky' }), at(3, { preparation: failed }), at(4)];
  expect(idsOf(actions)).toEqual(['a0', 'a4']);
});

test('it approves as much as it may in any 24 hours, and what is over that is counted', () => {
  const actions = [at(0), at(1), at(2), at(23), at(24), at(25), at(26)];
  const rule = aRule({ perDayMax: 2 });
  expect(idsOf(actions, rule)).toEqual(['a0', 'a1', 'a24', 'a25']);
  expect(backTest(actions, rule, aContext()).overCap).toBe(3);
  expect(backTest(actions, aRule(), aContext()).overCap).toBe(0);
});
