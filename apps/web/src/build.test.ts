import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildOnce } from './testing/build-once.ts';
import { describePage } from './testing/describe-page.ts';

const dist = join(import.meta.dirname, '../dist');
const firstLoadMax = 150_000;

const compressed = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).byteLength;

describe('the built page', () => {
  beforeAll(buildOnce, 120_000);

  test('has neither scripts nor styles of its own, so that it lives under a strict policy', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(html.match(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/g)).toBeNull();
    expect(readdirSync(join(dist, 'assets')).length).toBeGreaterThan(5);
  });
});

describePage('the first visit', (stage) => {
  test(`loads less than ${firstLoadMax / 1_000} kB of script, compressed`, async () => {
    const page = await stage.visit('/inbox');
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    const scripts: unknown = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => (name.endsWith('.js') ? [new URL(name).pathname] : [])),
    );
    const files = Array.isArray(scripts) ? scripts.map(String) : [];
    const bytes = files.map(compressed).reduce((sum, size) => sum + size, 0);
    process.stdout.write(`first load: ${files.length} scripts, ${Math.round(bytes / 1_000)} kB compressed\n`);
    expect(bytes).toBeLessThan(firstLoadMax);
    expect(bytes).toBeGreaterThan(50_000);
  });
});
