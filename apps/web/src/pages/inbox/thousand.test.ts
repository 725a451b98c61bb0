import { expect, test } from '@jest/globals';
import { describePage, phone } from '../../testing/describe-page.ts';

const count = 1_000;
const atOnce = 10;

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
    await page.getByRole('searchbox').fill('errand 777');
    await page.getByRole('link', { name: 'Errand 777', exact: true }).waitFor();
    expect(await page.locator('.row').count()).toBe(1);
  }, 120_000);
});
