import { expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { anActionIn, anApproval, noon } from '../testing/an-action.ts';
import type { Action } from './action.ts';
import type { Command } from './commands.ts';
import { refusalOf } from './transition.ts';

const acting = { by: 'anna', channel: 'web' } as const;
const lease = { owner: 'w1', until: noon + 1_000 };
const reject: Command = { name: 'reject', ...acting, evidence: 'e', reason: null };
const claim: Command = { name: 'claim', owner: 'w2' };

const approved = anActionIn('approved');
const asked = anActionIn('awaiting_approval');

const cases: readonly (readonly [string, Action, Command, string])[] = [
  [
    'edited',
    anActionIn('approved', { lease }),
    { name: 'edit', ...acting, version: 1, changes: { title: 'x' } },
    'not-leased',
  ],
  ['rejected', anActionIn('approved', { lease }), reject, 'not-leased'],
  ['archived', anActionIn('approved', { lease }), { name: 'archive', ...acting, reason: null }, 'not-leased'],
  ['deleted', anActionIn('approved', { lease }), { name: 'delete', ...acting }, 'not-leased'],
  ['claimed', anActionIn('approved', { lease }), claim, 'not-leased'],
  [
    'claimed with other content',
    { ...approved, approval: anApproval(approved, { contentHash: 'other' }) },
    claim,
    'approval-fits',
  ],
  [
    'approved by a rule',
    anActionIn('unasked', { type: 'unsupported' }),
    { name: 'autoApprove', rule: 'sure@1' },
    'type-supported',
  ],
  [
    'asked again',
    anActionIn('failed', { type: 'unsupported' }),
    { name: 'askAgain', ...acting, confirmMayDuplicate: true },
    'type-supported',
  ],
];

test.each(cases)('what other rows make impossible is refused all the same: %s', (_, action, command, guard) => {
  expect(refusalOf(action, command, aContext())).toMatchObject({ guard });
});

test('a question that is over closes as archived only where nothing can have run, else as failed', () => {
  const over = { ...asked, ask: asked.ask && { ...asked.ask, expiresAt: noon - 1 } };
  const phases = [over, { ...over, epoch: 1, outcome: 'unknown' as const }];
  expect(phases.map((action) => refusalOf(action, { name: 'expire' }, aContext()))).toEqual([null, null]);
});
