import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { parseEnvironment, withDefaults } from './parse-environment.ts';

const Config = z.object({
  STORE_URL: z.url(),
  LEASE_SECONDS: z.coerce.number().int().positive().default(120),
  INTERNAL_SECRET: z.string().min(32),
  LOG_LEVEL: z.enum(['info', 'error']).default('info'),
});
const secret = 's'.repeat(32);

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseEnvironment(Config, env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
}

test('what is set is parsed, what is not has its default', () => {
  expect(
    parseEnvironment(Config, { STORE_URL: 'http://s', INTERNAL_SECRET: secret, LEASE_SECONDS: '5', HOME: '/' }),
  ).toEqual({
    STORE_URL: 'http://s',
    LEASE_SECONDS: 5,
    INTERNAL_SECRET: secret,
    LOG_LEVEL: 'info',
  });
});

test('everything that is missing or malformed is named at once, without its value', () => {
  const problems = problemsOf({ LEASE_SECONDS: 'soon', INTERNAL_SECRET: 'hunter2', LOG_LEVEL: 'loud' });
  expect(problems).toEqual([
    'STORE_URL is missing',
    expect.stringMatching(/^LEASE_SECONDS: /),
    expect.stringMatching(/^INTERNAL_SECRET: /),
    expect.stringMatching(/^LOG_LEVEL: /),
  ]);
  expect(problems.join()).not.toMatch(/hunter2|soon|loud/);
});

test('a variable set to nothing is not set', () => {
  expect(problemsOf({ STORE_URL: '', INTERNAL_SECRET: secret, LEASE_SECONDS: '' })).toEqual(['STORE_URL is missing']);
});

test('the message of the error holds all problems, one a line', () => {
  expect(new ConfigError(['A is missing', 'B is missing']).message).toMatch(
    /\n {2}- A is missing\n {2}- B is missing$/,
  );
});

test('a default holds until the variable is set to something', () => {
  expect(withDefaults({ A: '1', B: '2', C: '3' }, { A: '', B: '20', D: '4' })).toEqual({
    A: '1',
    B: '20',
    C: '3',
    D: '4',
  });
});
