import { describe, expect, test } from '@jest/globals';
import { anActionIn, noon } from '../testing/an-action.ts';
import { stuckAfterMs, stuckReason, stuckSince } from './stuck.ts';

const due = (at: number) => [{ key: 'event:a1:1:1', at }];

describe('an action is stuck', () => {
  test.each([
    ['that nobody can carry out', anActionIn('unasked', { needsAttention: 'UNSUPPORTED_TYPE' }), 'UNSUPPORTED_TYPE'],
    [
      'whose question reached nobody',
      anActionIn('awaiting_approval', { needsAttention: 'UNDELIVERED' }),
      'UNDELIVERED',
    ],
    [
      'of which nobody knows what it did',
      anActionIn('failed', { needsAttention: 'OUTCOME_UNKNOWN' }),
      'OUTCOME_UNKNOWN',
    ],
    ['that sweeps tell in vain', anActionIn('processing', { due: due(noon + stuckAfterMs + 1) }), 'UNTOLD'],
    ['whose end was told in vain', anActionIn('completed', { due: due(noon + stuckAfterMs + 1) }), 'UNTOLD'],
  ])('%s', (_, action, reason) => expect([stuckSince(action), stuckReason(action)]).toEqual([noon, reason]));
});

describe('an action is not stuck', () => {
  test.each([
    ['that waits for its person', anActionIn('awaiting_approval')],
    ['that has just something to tell', anActionIn('processing', { due: due(noon + 60_000) })],
    [
      'that waits for its time',
      anActionIn('approved', { due: due(noon + 86_400_000), nextAttemptAt: noon + 86_400_000 }),
    ],
    ['that was put away', anActionIn('archived', { needsAttention: 'UNDELIVERED' })],
    ['that was deleted', anActionIn('failed', { needsAttention: 'OUTCOME_UNKNOWN', deletedAt: noon })],
  ])('%s', (_, action) => expect(stuckSince(action)).toBeNull());
});
