import { expect, test } from '@jest/globals';
import { ApiError } from '../api/api-error.ts';
import { placed, problemsOf } from './problems.ts';

test('a problem stands beside its field as a sentence, also when it is about a part of it', () => {
  const problems = [
    { path: 'name', message: 'expected a name' },
    { path: 'payload.tags.0', message: 'is missing' },
  ];
  expect(placed(problems, ['name', 'payload.tags'])).toEqual({
    beside: { name: 'Expected a name.', 'payload.tags': 'Is missing.' },
    others: [],
  });
});

test('what no field is to blame for is not lost', () => {
  const problems = [
    { path: '', message: 'expected at most 20 rules: delete one first' },
    { path: 'titles', message: 'unknown field' },
  ];
  expect(placed(problems, ['title']).others).toEqual([
    'Expected at most 20 rules: delete one first.',
    'titles: unknown field',
  ]);
});

test('only a refusal of what was typed has problems', () => {
  const details = [{ path: 'name', message: 'is missing' }];
  expect(problemsOf(new ApiError(422, 'VALIDATION_FAILED', 'no', { details }))).toEqual(details);
  expect(problemsOf(new ApiError(409, 'CONFLICT', 'no', { details }))).toEqual([]);
  expect(problemsOf(new ApiError(422, 'VALIDATION_FAILED', 'no', { details: 'what?' }))).toEqual([]);
});
