import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../tree/root.ts';

const documents = globSync(['*.md', '{apps,packages,docs}/**/*.md'], {
  cwd: root,
  exclude: (path) => /node_modules|dist/.test(path),
});

/** Targets of Markdown links that are meant to be in this tree, without their fragment. */
const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, target = '']) => {
    const [path = ''] = target.split('#');
    return path === '' || /^[a-z]+:/.test(path) ? [] : [path];
  });

const broken = (document: string, text: string) =>
  linksIn(text).filter((link) => !existsSync(join(root, dirname(document), link)));

test.each(documents)('every link of %s leads somewhere', (document) => {
  expect(broken(document, readFileSync(join(root, document), 'utf8'))).toEqual([]);
});

test('each decision has a number of its own', () => {
  const numbers = globSync('docs/decisions/*.md', { cwd: root }).map((path) => path.split('/').at(-1)?.slice(0, 4));
  expect(numbers).toHaveLength(new Set(numbers).size);
});

test('a link that leads nowhere is found', () => {
  expect(broken('docs/page.md', 'See [here](nowhere.md), [there](../README.md#a) and [b](https://b.test).')).toEqual([
    'nowhere.md',
  ]);
});
