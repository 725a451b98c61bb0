import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cruise } from '../test/checks/imports.ts';
import { importBreaches } from './import-breaches.ts';
import { writeMadeUpTree } from './made-up-tree.ts';

const breaches = Object.entries(importBreaches);

/** All breaches in one tree. What they import exists, so that only the rule can have refused it. */
function brokenTree(): Record<string, string> {
  const files: Record<string, string> = { 'tsconfig.json': '{}', 'infra/run.mjs': '' };
  for (const [rule, { file, imports }] of breaches) {
    const imported = imports.startsWith('.') ? join(dirname(file), imports) : `node_modules/${imports}/index.js`;
    if (rule !== 'no-unknown-imports' && !imports.startsWith('node:')) files[imported] ??= 'export const name = 1;\n';
  }
  for (const [, { file, imports }] of breaches) files[file] = `import type { name } from '${imports}';\n`;
  return files;
}

const tree = writeMadeUpTree(brokenTree());
afterAll(tree.remove);

let found: readonly string[] = [];
let rules: readonly string[] = [];
beforeAll(async () => {
  const { summary } = await cruise(tree.folder);
  found = summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`);
  rules = summary.ruleSetUsed.forbidden.map(({ name }) => name);
});

test.each(breaches)('%s is seen to refuse a breach, even of types alone', (rule, { file }) => {
  expect(found).toContain(`${rule} in ${file}`);
});

test('each import rule has its breach here', () => {
  expect(Object.keys(importBreaches).sort()).toEqual([...rules].sort());
});
