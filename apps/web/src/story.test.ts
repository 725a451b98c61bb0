import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { describePage, phone } from './testing/describe-page.ts';

/** How a person gets at what they see. */
interface Hand {
  press(page: Page, target: Locator): Promise<void>;
  write(page: Page, target: Locator, text: string): Promise<void>;
}

const tabsMax = 60;

/** Goes on with the Tab key until it is there, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${tabsMax} presses of Tab do not lead to ${String(target)}`);
}

const keyboard: Hand = {
  async press(page, target) {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
  async write(page, target, text) {
    await tabTo(page, target);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  },
};

const mouse: Hand = {
  press: (_page, target) => target.click(),
  async write(page, target, text) {
    await target.fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
  },
};

const finger: Hand = {
  press: (_page, target) => target.tap(),
  async write(page, target, text) {
    await target.tap();
    await page.keyboard.type(text);
    await page.getByRole('button', { name: 'Send' }).tap();
  },
};

describePage('somebody who knows nothing of the system', (stage) => {
  test.each([
    ['by mouse', mouse, {}],
    ['by keyboard alone', keyboard, {}],
    ['by touch on a phone', finger, { ...phone, hasTouch: true }],
  ] as const)('writes a note in the chat, approves it in the inbox and finds it, %s', async (how, hand, options) => {
    const title = `call the plumber ${how}`;
    const page = await stage.visit('/inbox', options);
    const place = (name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name });
    await hand.press(page, place('Chat'));
    await hand.write(page, page.getByRole('textbox', { name: 'Message' }), `note: ${title}`);
    const question = page.locator('.bubble', { hasText: `Save a note?` }).filter({ hasText: title });
    const code = /#(\w{5})/.exec((await question.textContent()) ?? '')?.[1] ?? 'no code';
    await hand.press(page, place('Inbox'));
    const row = page.locator('.row', { hasText: title });
    expect(await row.locator('.code-badge').textContent()).toBe(`#${code}`);
    await hand.press(page, row.getByRole('button', { name: /^Approve/ }));
    await page.getByText(`Approved: ${title}`).waitFor();
    await hand.press(page, place('Items'));
    await hand.press(page, page.getByRole('link', { name: 'Notes' }));
    await hand.press(page, page.getByRole('link', { name: title }));
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await place('Items').getAttribute('aria-current')).toBe('page');
    await stage.shoot(page, `story-${how.replaceAll(' ', '-')}`);
  });
});
