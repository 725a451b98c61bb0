import { expect, test } from '@jest/globals';
import { aRule } from '../testing/a-context.ts';
import { anAction } from '../testing/an-action.ts';
import { type RuleConditions, ruleFits } from './approval-rule.ts';

const action = anAction({ type: 'sure', title: 'Buy MILK at Ćma', confidence: 0.8 });
const fits = (conditions: RuleConditions, address: string | null = null) =>
  ruleFits(aRule({ conditions }), action, address);

test.each([
  [0.79, true],
  [0.8, true],
  [0.81, false],
])('a rule from %d about an action of 0.8: %s', (confidenceMin, expected) => {
  expect(ruleFits(aRule({ confidenceMin }), action, null)).toBe(expected);
});

test('what is surer than sure fits no rule, nor does another type', () => {
  expect(ruleFits(aRule(), { ...action, confidence: 1.1 }, null)).toBe(false);
  expect(ruleFits(aRule(), { ...action, type: 'keyed' }, null)).toBe(false);
});

test.each<readonly [string, RuleConditions, boolean]>([
  ['no condition', {}, true],
  ['the origin', { originKinds: ['session', 'command'] }, true],
  ['another origin', { originKinds: ['session'] }, false],
  ['a part of the title, in capitals or not', { titleContains: ['beer', 'milk'] }, true],
  ['a part of the title in another script', { titleContains: ['ćMA'] }, true],
  ['what is not in the title', { titleContains: ['beer'] }, false],
  ['two conditions of which one does not hold', { originKinds: ['command'], titleContains: ['beer'] }, false],
  ['a host, where there is no address', { urlHosts: ['example.com'] }, false],
])('%s: %j is %s', (_, conditions, expected) => {
  expect(fits(conditions)).toBe(expected);
});

test.each([
  ['https://example.com/a', true],
  ['https://www.example.com:8443/a', true],
  ['https://EXAMPLE.com./', false],
  ['https://example.com.evil.test/', false],
  ['https://notexample.com/', false],
  ['https://evil.test/?u=https://example.com/', false],
  ['https://example.com@evil.test/', false],
  ['no address', false],
])('on example.com or below it: %s is %s', (address, expected) => {
  expect(fits({ urlHosts: ['example.com'] }, address)).toBe(expected);
});
