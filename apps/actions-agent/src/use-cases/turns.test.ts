import { expect, test } from '@jest/globals';
import { createTurns } from './turns.ts';

test('who comes while another is at it waits, and is given what came of it', async () => {
  const turns = createTurns<string>();
  const first = Promise.withResolvers<string>();
  const seen: (string | undefined)[] = [];
  const all = [
    turns.take('a', () => first.promise),
    turns.take('a', async (before) => {
      seen.push(before);
      return 'second';
    }),
    turns.take('a', async (before) => {
      seen.push(before);
      return 'third';
    }),
  ];
  expect(await turns.take('b', async (before) => String(before))).toBe('undefined');
  expect(seen).toEqual([]);
  first.resolve('first');
  expect(await Promise.all(all)).toEqual(['first', 'second', 'third']);
  expect(seen).toEqual(['first', 'second']);
  expect(await turns.take('a', async (before) => String(before))).toBe('undefined');
});

test('a failure is told to its own caller, and the next one begins with nothing', async () => {
  const turns = createTurns<string>();
  const failed = turns.take('a', () => Promise.reject(new Error('the store is down')));
  const next = turns.take('a', async (before) => String(before));
  await expect(failed).rejects.toThrow('the store is down');
  expect(await next).toBe('undefined');
});
