import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadLocalKeks } from './index.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kek-'));
  path = join(folder, 'vault', 'master.key');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the first start makes a key that only the owner may read; later starts find the same one', () => {
  const [first] = loadLocalKeks(path);
  expect(first?.key).toHaveLength(32);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(loadLocalKeks(path)).toEqual([first]);
  expect(readdirSync(join(folder, 'vault'))).toEqual(['master.key']);
});

test.each([0o640, 0o604, 0o644, 0o660])('a file of mode %i is refused', (mode) => {
  loadLocalKeks(path);
  chmodSync(path, mode);
  expect(() => loadLocalKeks(path)).toThrow('chmod 600');
});

test('a new key on top becomes the current one, and the old one stays known', () => {
  const [old] = loadLocalKeks(path);
  const line = Buffer.alloc(32, 7).toString('base64');
  writeFileSync(path, `${line}\n${readFileSync(path, 'utf8')}`, { mode: 0o600 });
  const keks = loadLocalKeks(path);
  expect(keks.map(({ key }) => key.toString('base64'))).toEqual([line, old?.key.toString('base64')]);
  expect(new Set(keks.map(({ id }) => id)).size).toBe(2);
});

test.each(['', 'c2hvcnQ=\n', 'not a key at all'])('a file that holds %j is refused, and not overwritten', (content) => {
  loadLocalKeks(path);
  writeFileSync(path, content, { mode: 0o600 });
  expect(() => loadLocalKeks(path)).toThrow('one base64 key of 32 bytes');
  expect(readFileSync(path, 'utf8')).toBe(content);
});

test('nothing is made where the folder cannot be', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => loadLocalKeks(join(file, 'master.key'))).toThrow('EEXIST');
  expect(existsSync(join(file, 'master.key'))).toBe(false);
});
