import { expect, test } from '@jest/globals';
import { sameAddress } from './same-address.ts';

test.each([
  ['https://Example.com/a#top', 'https://example.com/a', 'a place on the page'],
  ['http://example.com/a', 'https://example.com:443/a', 'http or https'],
  ['https://example.com', 'https://example.com/', 'no path'],
  ['https://example.com/a/', 'https://example.com/a', 'a slash at the end'],
  ['https://example.com/a?utm_source=x&fbclid=y&id=1', 'https://example.com/a?id=1', 'trackers'],
  ['https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2', 'the order of parameters'],
  ['https://example.com/a#:~:text=hello', 'https://example.com/a', 'a text fragment'],
  ['https://bücher.example/%7Eanna', 'https://xn--bcher-kva.example/~anna', 'another spelling'],
  ['https://example.com/a/../b', 'https://example.com/b', 'dots'],
])('%s is %s: %s', (one, other) => {
  expect(sameAddress(one)).toBe(sameAddress(other));
});

test.each([
  ['https://example.com/a', 'https://example.com/b', 'another path'],
  ['https://example.com/a', 'https://example.com/A', 'paths know capitals'],
  ['https://example.com/?id=1', 'https://example.com/?id=2', 'another parameter'],
  ['https://example.com/a', 'https://www.example.com/a', 'another host'],
  ['https://example.com/a', 'https://example.com:8443/a', 'another port'],
  ['https://app.example.com/#/inbox', 'https://app.example.com/#/sent', 'another page of an application'],
])('%s is not %s: %s', (one, other) => {
  expect(sameAddress(one)).not.toBe(sameAddress(other));
});

test.each(['https://example.com/%E0%A4%A', 'https://user:pw@example.com/', `https://example.com/${'a'.repeat(2_000)}`])(
  'what the door lets in has a name: %s',
  (written) => {
    expect(typeof sameAddress(written)).toBe('string');
  },
);
