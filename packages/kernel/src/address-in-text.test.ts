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
  ['_https://example.org/a_', 'https://example.org/a'],
  ['(https://example.org/a_(b)_(c)).', 'https://example.org/a_(b)_(c)'],
])('%s', (text, href) => {
  const found = addressIn(text);
  expect(found?.url.href).toBe(href);
  expect(text.slice(found?.start, found?.end)).toBe(found?.written);
});

test.each([')', '](', '.', '.)'])('sixty thousand characters of %j after an address cost nothing', (piece) => {
  const text = `https://example.org/${piece.repeat(60_000 / piece.length)}`;
  const startedAt = performance.now();
  expect(addressIn(text)?.url.host).toBe('example.org');
  expect(addressIn(`${text}x`)?.url.host).toBe('example.org');
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test.each(['nothing', 'https://', 'awww.example', 'ftp://example.org'])('%s has none', (text) => {
  expect(addressIn(text)).toBeNull();
});
