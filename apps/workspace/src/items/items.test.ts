import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { pageOf } from './define.ts';
import { itemKind, kindNames } from './index.ts';

test('each folder is a kind of the registry, under its own name', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...kindNames].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('no two kinds share a page of the web app', () => {
  const pages = kindNames.map((name) => pageOf(itemKind(name), '1'));
  expect(new Set(pages).size).toBe(pages.length);
});
