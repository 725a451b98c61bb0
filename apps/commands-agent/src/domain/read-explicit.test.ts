import { describe, expect, test } from '@jest/globals';
import { readExplicit } from './read-explicit.ts';

describe('what a person said outright', () => {
  test.each([
    ['note: buy milk', 'note', 0.95, 'buy milk'],
    ['📝 Note - buy milk', 'note', 0.95, 'buy milk'],
    ['note\nbuy milk', 'note', 0.95, 'buy milk'],
    ['NOTE TO SELF: todo: nothing', 'note', 0.95, 'todo: nothing'],
    ['przypomnienie: tabletki', 'reminder', 0.95, 'tabletki'],
    ['remidner: pills', 'reminder', 0.85, 'pills'],
    ['hey, can you please remind me to call mum?', 'reminder', 0.85, 'to call mum?'],
    ['tomorrow at 9 remind me to call', 'reminder', 0.85, 'tomorrow at 9 to call'],
    ['add a task to research heat pumps', 'todo', 0.85, 'to research heat pumps'],
  ])('%j is a %s', (text, type, confidence, words) => {
    expect(readExplicit(text)).toMatchObject({ type, confidence, words });
  });

  test.each(['no need to remind me about it', "don't remind me", 'note:', 'notebook: broken', 'link: see below', ''])(
    '%j says nothing outright',
    (text) => {
      expect(readExplicit(text)).toBeNull();
    },
  );
});

describe('a link that is saved without asking', () => {
  test.each(['https://example.com/a?b=1#c', 'www.example.com', 'link: https://example.com/', ' https://example.com\n'])(
    'is %j',
    (text) => {
      expect(readExplicit(text)).toMatchObject({ type: 'link', confidence: 0.95 });
    },
  );

  test.each([
    'https://user:secret@example.com/',
    'https://exаmple.com/',
    'https://example.com/\u202egpj.exe',
    'https://a.example.com https://b.example.com',
    'look: https://example.com',
    'link: https://user@example.com/',
  ])('is not %j', (text) => {
    expect(readExplicit(text)?.confidence).toBeLessThan(0.9);
  });

  test.each(['https://localhost/x', 'javascript:alert(1)', 'ftp://example.com/x', 'http://'])(
    '%j is no address at all',
    (text) => {
      expect(readExplicit(text)).toBeNull();
    },
  );
});

test('a hundred thousand characters are read in no time', () => {
  expect(readExplicit(`note ${'remind '.repeat(15_000)}`)).toBeNull();
  expect(readExplicit(`note: ${'x'.repeat(100_000)}`)).toMatchObject({ type: 'note' });
});
