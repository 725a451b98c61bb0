import { expect, test } from '@jest/globals';
import { aContext } from '../testing/a-context.ts';
import { type anAction, anActionIn, noon } from '../testing/an-action.ts';
import type { Phase } from './action.ts';
import { can } from './can.ts';

type Facts = Parameters<typeof anAction>[0];
const pending = { status: 'pending', problem: null, reasoning: null, generatedAt: null } as const;
const unknown = { outcome: 'unknown' } as const;

const cases: readonly (readonly [Phase, string, Facts, string])[] = [
  ['unasked', 'as it is', {}, 'approve reject edit archive delete execute'],
  ['unasked', 'of a type that nothing can carry out', { type: 'unsupported' }, 'reject edit archive delete'],
  [
    'unasked',
    'while its facts are worked out',
    { type: 'prepared', preparation: pending },
    'reject edit archive delete',
  ],
  ['awaiting_approval', 'as it is', {}, 'approve reject edit archive delete execute'],
  [
    'awaiting_approval',
    'after an attempt that did nothing',
    { epoch: 1, outcome: 'no_effect' },
    'approve reject edit archive delete execute',
  ],
  ['awaiting_approval', 'after an attempt that may have done it', { epoch: 1, ...unknown }, 'approve execute'],
  ['approved', 'as it is', {}, 'reject edit archive delete execute'],
  ['approved', 'after an attempt that may have done it', { epoch: 1, ...unknown }, 'execute'],
  ['processing', 'as it is', {}, ''],
  ['completed', 'as it is', {}, 'archive delete'],
  ['rejected', 'as it is', {}, 'archive delete'],
  ['failed', 'without any effect', {}, 'edit retry archive delete'],
  ['failed', 'with an unknown outcome', { type: 'unkeyed', ...unknown }, 'retry archive delete'],
  ['failed', 'as a duplicate', { result: { existingBookmarkId: 'b1' } }, 'edit retry resolve-duplicate archive delete'],
  ['failed', 'of a type that nothing can carry out', { type: 'unsupported' }, 'edit archive delete'],
  ['archived', 'as it is', {}, 'delete'],
  ['archived', 'and deleted', { deletedAt: noon }, ''],
];

test.each(cases)('the owner of one that is %s %s', (phase, _, facts, expected) => {
  expect(can(anActionIn(phase, facts), aContext()).join(' ')).toBe(expected);
});

test('a question that is over can no longer be answered with yes', () => {
  const later = aContext({ now: noon + 25 * 3_600_000 });
  expect(can(anActionIn('awaiting_approval'), later)).toEqual(['reject', 'edit', 'archive', 'delete']);
});
