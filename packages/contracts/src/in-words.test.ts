import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { inWords } from './in-words.ts';

const wordsFor = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: inWords }).error?.issues.map(({ message }) => message);

test.each([
  ['nothing at all', z.string(), undefined, 'is missing'],
  ['an empty text', z.string().min(1), '', 'expected a text that is not empty'],
  ['a short text', z.string().min(3), 'ab', 'expected at least 3 characters'],
  ['a long text', z.string().max(3), 'abcd', 'expected at most 3 characters'],
  ['an empty list', z.array(z.string()).min(1), [], 'expected at least 1 entry'],
  ['a long list', z.array(z.string()).max(2), ['a', 'b', 'c'], 'expected at most 2 entries'],
  ['no number', z.number(), 'soon', 'expected a number'],
  ['no whole number', z.int(), 1.5, 'expected a whole number'],
  ['a small number', z.number().min(0), -1, 'expected at least 0'],
  ['a number that may not be reached', z.number().lt(1), 1, 'expected less than 1'],
  ['an unknown choice', z.enum(['low', 'high']), 'middle', 'expected one of low, high'],
  ['a wrong constant', z.literal('link'), 'note', 'expected "link"'],
  ['no date', z.iso.date(), 'tomorrow', 'expected a date like "2026-11-30"'],
  ['no moment', z.iso.datetime(), '15:00', 'expected a date and time like "2026-11-30T15:00:00+01:00"'],
  ['no address', z.url(), 'example', 'expected an address like "https://example.com"'],
  ['none of two forms', z.union([z.number(), z.boolean()]), 'soon', 'expected a number or true or false'],
])('%s is told in words', (_what, schema, value, words) => {
  expect(wordsFor(schema, value)).toEqual([words]);
});

test('words of the schema itself stand', () => {
  expect(wordsFor(z.string().regex(/^a/, 'expected an a'), 'b')).toEqual(['expected an a']);
});
