import { expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { type anAction, anActionIn, noon } from '../testing/an-action.ts';
import type { Phase } from './action.ts';
import { approveOrAsk, type NextStep, nextStep } from './next-step.ts';

type Facts = Parameters<typeof anAction>[0];
const preparation = (status: 'pending' | 'ready' | 'failed') =>
  ({ preparation: { status, problem: null, reasoning: null, generatedAt: null } }) as const;

const cases: readonly (readonly [string, Phase, Facts, NextStep])[] = [
  ['nobody was asked about', 'unasked', {}, 'approveOrAsk'],
  ['needs facts', 'unasked', { type: 'prepared', ...preparation('pending') }, 'prepare'],
  ['has its facts', 'unasked', { type: 'prepared', ...preparation('ready') }, 'approveOrAsk'],
  ['lacks facts that nobody could find', 'unasked', { type: 'prepared', ...preparation('failed') }, 'approveOrAsk'],
  ['nothing can carry out', 'unasked', { type: 'unsupported' }, 'notice'],
  [
    'nothing can carry out, as is known',
    'unasked',
    { type: 'unsupported', needsAttention: 'UNSUPPORTED_TYPE' },
    'nothing',
  ],
  ['waits for an answer', 'awaiting_approval', {}, 'nothing'],
  ['was edited and needs facts', 'awaiting_approval', { type: 'prepared', ...preparation('pending') }, 'prepare'],
  ['was approved', 'approved', {}, 'execute'],
  ['was approved for later', 'approved', { nextAttemptAt: noon + 1 }, 'nothing'],
  ['was approved for now', 'approved', { nextAttemptAt: noon }, 'execute'],
  ['was approved and has lost its type', 'approved', { type: 'unsupported' }, 'execute'],
  ['is carried out', 'processing', {}, 'nothing'],
  ['is completed', 'completed', {}, 'nothing'],
  ['has failed', 'failed', {}, 'nothing'],
  ['was rejected', 'rejected', {}, 'nothing'],
  ['is archived', 'archived', {}, 'nothing'],
];

test.each(cases)('one that %s', (_, phase, facts, step) => {
  expect(nextStep(anActionIn(phase, facts), aContext())).toBe(step);
});

test.each<readonly [string, Facts, 'ask' | 'autoApprove']>([
  ['no rule is about is asked about', {}, 'ask'],
  ['a rule is about is approved by it', { type: 'sure' }, 'autoApprove'],
  ['lacks facts is asked about, whatever the rules say', { type: 'sure-prepared', ...preparation('failed') }, 'ask'],
  ['is of more than low risk is asked about, whatever the rules say', { type: 'risky' }, 'ask'],
])('what %s', (_, facts, name) => {
  expect(approveOrAsk(anActionIn('unasked', facts), aContext()).name).toBe(name);
});
