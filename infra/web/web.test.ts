import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { ensureBuilt } from '../build/ensure-built.ts';
import { webBuild } from './web-build.ts';

const folder = mkdtempSync(join(tmpdir(), 'web-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const page = () => readFileSync(join(folder, 'dist/index.html'), 'utf8');

/** A builder that copies its one source to where it is told to. */
mkdirSync(join(folder, 'src'));
write('src/page.html', 'first');
write('package.json', JSON.stringify({ scripts: { build: 'node build.mjs' } }));
write(
  'build.mjs',
  `import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const [, , flag, out] = process.argv;
if (flag !== '--outDir') throw new Error('no place to build in');
const text = readFileSync('src/page.html', 'utf8');
if (text === 'broken') throw new Error('this page is broken');
mkdirSync(out, { recursive: true });
writeFileSync(out + '/index.html', text);`,
);

test('a web app is built when it is not yet, and then only when its sources change', async () => {
  expect(await ensureBuilt(webBuild, folder)).toBe('built');
  expect([page(), await ensureBuilt(webBuild, folder)]).toEqual(['first', 'fresh']);
  write('src/page.html', 'second');
  expect([await ensureBuilt(webBuild, folder), page()]).toEqual(['built', 'second']);
});

test('tests are no sources', async () => {
  write('src/page.test.ts', '');
  expect(await ensureBuilt(webBuild, folder)).toBe('fresh');
});

test('what cannot be built says why, and leaves what was built before', async () => {
  write('src/page.html', 'broken');
  expect(await ensureBuilt(webBuild, folder)).toEqual({ failure: expect.stringContaining('this page is broken') });
  expect(page()).toBe('second');
});

test('where there is no web app there is nothing to do', async () => {
  expect(await ensureBuilt(webBuild, join(folder, 'nowhere'))).toBe('fresh');
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});
