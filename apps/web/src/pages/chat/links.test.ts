import { expect, test } from '@jest/globals';
import { partsOf } from './links.ts';

const origin = 'http://127.0.0.1:8787';
const linksIn = (text: string) =>
  partsOf(text, origin).flatMap(({ text: shown, link }) => (link ? [[shown, link.href]] : []));

test.each([
  ['a page of ours, as a path', 'Done: /#/notes/n-1', '/#/notes/n-1', '#/notes/n-1'],
  [
    'a page of ours, whole',
    `Stop it: ${origin}/#/settings?rule=r-1`,
    `${origin}/#/settings?rule=r-1`,
    '#/settings?rule=r-1',
  ],
  ['a page at the end of a sentence', 'See https://example.com/a.', 'https://example.com/a', 'https://example.com/a'],
  ['a page in brackets', '(https://example.com/a)', 'https://example.com/a', 'https://example.com/a'],
  [
    'an address with brackets of its own',
    'https://example.com/a_(b)',
    'https://example.com/a_(b)',
    'https://example.com/a_(b)',
  ],
  [
    'an address with brackets, in brackets',
    '(see https://en.example/Go_(game)).',
    'https://en.example/Go_(game)',
    'https://en.example/Go_(game)',
  ],
  ['a page that is not encrypted', 'http://example.com?q=1', 'http://example.com?q=1', 'http://example.com/?q=1'],
  [
    'a page in another script',
    'https://żółw.example/ż',
    'https://żółw.example/ż',
    'https://xn--w-uga1v8h.example/%C5%BC',
  ],
])('%s can be followed', (_what, text, shown, href) => {
  expect(linksIn(text)).toEqual([[shown, href]]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,hello',
  'ftp://example.com/file',
  'https://bank.example@evil.example/',
  'https://',
  'mailto:anna@example.com',
  'and/or/#/what',
  '/#/<img>',
])('%s stays text', (text) => {
  expect(linksIn(text)).toEqual([]);
});

test('an own address with anything odd behind # is followed as a foreign one, never as a page of ours', () => {
  expect(partsOf(`${origin}/#/a:b`, origin)[0]?.link?.isOwn).toBe(false);
});

test.each([
  'no address',
  '',
  'first https://a.example, then /#/inbox?action=1 and http://b.example/x!',
  'https://a.example',
])('nothing of "%s" is lost or moved', (text) => {
  expect(
    partsOf(text, origin)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
