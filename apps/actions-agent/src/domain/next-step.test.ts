import { expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { type anAction, anActionIn, noon } from '../testing/an-action.ts';
import type { Phase } from './action.ts';
import { type NextStep, nextStep } from './next-step.ts';

type Facts = Parameters<typeof anAction>[0];
const preparation = (status: 'pending' | 'ready' | 'failed') =>
  ({ preparation: { status, problem: null, reasoning: null, generatedAt: null } }) as const;

const cases: readonly (readonly [string, Phase, Facts, NextStep])[] = [
  ['nobody was asked about', 'unasked', {}, 'ask'],
  ['needs facts', 'unasked', { type: 'prepared', ...preparation('pending') }, 'prepare'],
  ['has its facts', 'unasked', { type: 'prepared', ...preparation('ready') }, 'ask'],
  ['lacks facts that nobody could find', 'unasked', { type: 'prepared', ...preparation('failed') }, 'ask'],
  ['a rule approves', 'unasked', { type: 'sure' }, 'autoApprove'],
  ['a rule would approve if it had its facts', 'unasked', { type: 'sure-prepared', ...preparation('failed') }, 'ask'],
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
