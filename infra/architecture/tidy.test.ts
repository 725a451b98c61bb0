import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { root } from '../tree/root.ts';
import { readTree } from '../tree/tree.ts';
import { names } from './names.ts';
import { packages } from './packages.ts';
import { registries } from './registries.ts';
import { texts } from './texts.ts';

const tree = readTree();

describe.each([...names, ...texts, ...registries, ...packages])('$title', ({ find, broken }) => {
  test('in this tree', () => {
    expect(find(tree)).toEqual([]);
  });

  test('and a breach is found and explained', () => {
    expect(find(new Map(Object.entries(broken)))).toEqual([expect.stringMatching(/^\S+: [A-Za-z].+\.$/)]);
  });
});

test('the tree is read at all', () => {
  expect(tree.size).toBeGreaterThan(100);
});

test('the top folder holds apps, packages, infra, docs and files that belong to all', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  );
  const built = ['coverage', 'node_modules'];
  const names = folders.map(({ name }) => name).filter((name) => !built.includes(name));
  expect(['apps', 'docs', 'infra', 'packages']).toEqual(expect.arrayContaining(names));
});
