import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage, phone } from '../../testing/describe-page.ts';

const count = 1_000;
const atOnce = 10;

/** Ten frames a second still move; what is slower jerks. Chromium has no graphics card here. */
const smoothMs = 100;
/** Nobody waits longer than this for a frame that had more to do, not even on a busy machine. */
const hitchMs = 500;

/** How long each frame took while the list went up by a finger's flick, the shortest first. */
async function framesWhileScrolling(page: Page): Promise<readonly number[]> {
  const frames = await page.locator('.rows').evaluate(
    (rows) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        let last = performance.now();
        const step = (now: number) => {
          times.push(now - last);
          last = now;
          rows.scrollBy(0, -60);
          if (times.length < 300) requestAnimationFrame(step);
          else resolve(times);
        };
        requestAnimationFrame(step);
      }),
  );
  return frames.map(Math.round).toSorted((a, b) => a - b);
}

describePage('an inbox with a thousand open actions', (stage) => {
  test('keeps few rows in the page, scrolls to the oldest, and finds what is loaded', async () => {
    for (let begun = 0; begun < count; begun += atOnce) {
      const titles = Array.from({ length: atOnce }, (_, index) => `Errand ${begun + index}`);
      await Promise.all(titles.map((title) => stage.machine.create({ title })));
    }
    const page = await stage.visit('/inbox', phone);
    await page.locator('.row').first().waitFor();
    const rows = page.locator('.rows');
    const oldest = page.getByRole('link', { name: 'Errand 0', exact: true });
    while ((await oldest.count()) === 0) {
      await rows.evaluate((element) => element.scrollBy(0, element.clientHeight * 20));
      await page.waitForTimeout(20);
    }
    expect(await page.locator('.row').count()).toBeLessThan(60);
    const frames = await framesWhileScrolling(page);
    const [half, most, worst] = [0.5, 0.95, 1].map((part) => frames[Math.ceil(part * frames.length) - 1] ?? 0);
    process.stdout.write(`${frames.length} frames while scrolling (ms): half ${half}, 95 % ${most}, worst ${worst}\n`);
    expect(most).toBeLessThan(smoothMs);
    expect(worst).toBeLessThan(hitchMs);
    await page.getByRole('searchbox').fill('errand 777');
    await page.getByRole('link', { name: 'Errand 777', exact: true }).waitFor();
    expect(await page.locator('.row').count()).toBe(1);
  }, 120_000);
});
