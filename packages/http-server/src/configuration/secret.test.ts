import { expect, test } from '@jest/globals';
import { secret } from './secret.ts';

test.each([
  'change-me-change-me-0123456789',
  '<the app secret of Meta goes here>',
  'your-token-0123456789-abcdef',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
])('"%s" is a placeholder, and the refusal does not repeat it', (text) => {
  const { error } = secret(16).safeParse(text);
  expect(error?.message).toContain('is a placeholder');
  expect(error?.message).not.toContain(text);
});

test('a secret has a least length', () => {
  const text = 'f81d4fae7dec11d0a76500a0c91e6bf6';
  expect(secret(32).safeParse(text).success).toBe(true);
  expect(secret(33).safeParse(text).error?.message).toContain('at least 33');
});
