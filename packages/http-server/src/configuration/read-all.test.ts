import { expect, test } from '@jest/globals';
import { ConfigError } from './config-error.ts';
import { readAll } from './read-all.ts';

const refuse =
  (...problems: string[]) =>
  (): never => {
    throw new ConfigError(problems);
  };

test('all values come back, in order', () => {
  expect(
    readAll(
      () => 1,
      () => 'two',
    ),
  ).toEqual([1, 'two']);
});

test('the problems of all are one error, each of them named once', () => {
  const read = () => readAll(refuse('A is missing', 'B is missing'), refuse('B is missing', 'C is missing'));
  expect(read).toThrow(new ConfigError(['A is missing', 'B is missing', 'C is missing']));
});

test('one reader that fails is enough', () => {
  expect(() => readAll(() => 1, refuse('A is missing'))).toThrow(new ConfigError(['A is missing']));
});

test('an error that is no problem of the configuration comes out as it is', () => {
  const broken = () => {
    throw new TypeError('broken');
  };
  expect(() => readAll(broken, refuse('A is missing'))).toThrow(TypeError);
});
