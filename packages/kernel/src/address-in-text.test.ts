import { expect, test } from '@jest/globals';
import { addressIn } from './address-in-text.ts';

test.each([
  ['see https://en.wikipedia.org/wiki/Go_(game).', 'https://en.wikipedia.org/wiki/Go_(game)'],
  ['(see https://en.wikipedia.org/wiki/Go_(game))', 'https://en.wikipedia.org/wiki/Go_(game)'],
  ['(see https://example.org/a)', 'https://example.org/a'],
  ['[https://example.org/a], now', 'https://example.org/a'],
  ['https://example.org/a?b=[1]!', 'https://example.org/a?b=[1]'],
  ['is it HTTPS://Example.org/A?', 'https://example.org/A'],
  ['save www.example.org…', 'https://www.example.org/'],
  ['"https://example.org/"', 'https://example.org/'],
])('%s', (text, href) => {
  const found = addressIn(text);
  expect(found?.url.href).toBe(href);
  expect(text.slice(found?.start, found?.end)).toBe(found?.written);
});

test.each(['nothing', 'https://', 'awww.example', 'ftp://example.org'])('%s has none', (text) => {
  expect(addressIn(text)).toBeNull();
});
