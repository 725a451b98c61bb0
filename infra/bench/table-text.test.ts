import { expect, test } from '@jest/globals';
import type { Figure } from './measure.ts';
import { tableText } from './table-text.ts';

const rowOf = (figure: Omit<Figure, 'name' | 'unit'>) =>
  tableText({ title: 'T', how: 'h', figures: [{ name: 'n', unit: 'ms', ...figure }] })
    .split('\n')
    .at(-1);

test('a figure is its median and its spread', () =>
  expect(rowOf({ values: [3, 1, 2.5] })).toBe('| n | 2.50 ms | 1 to 3 |  |  |  |'));

test('a figure that was taken once has no spread', () =>
  expect(rowOf({ values: [120.4] })).toBe('| n | 120 ms |  |  |  |  |'));

test.each([
  { value: 2, better: 'less', verdict: 'goal' },
  { value: 4, better: 'less', verdict: 'enough' },
  { value: 6, better: 'less', verdict: 'missed' },
  { value: 1, better: 'more', verdict: 'missed' },
] as const)('$value where $better than 2, at least 5, is wanted: $verdict', ({ value, better, verdict }) => {
  const row = rowOf({ values: [value], target: { better, atLeast: better === 'less' ? 5 : 2, goal: 2 } });
  expect(row).toMatch(new RegExp(`${verdict} \\|$`));
});

test('what was counted one by one stands below, equal things once', () => {
  const text = tableText({ title: 'T', how: 'h', figures: [], lists: [{ name: 'Reads', items: ['a', 'b', 'a'] }] });
  expect(text).toContain('Reads (3): 2 × a; b.');
});
