import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage } from '../testing/describe-page.ts';
import { startRelay } from '../testing/relay.ts';
import { until } from '../testing/until.ts';

const row = (page: Page, title: string) =>
  page.locator('.row', { has: page.getByRole('link', { name: title, exact: true }) });

/** When the page shows no row of this title any more, in Unix milliseconds. */
const goneAt = async (page: Page, title: string) =>
  (
    await page.waitForFunction(
      (text) =>
        [...document.querySelectorAll('.row')].some((each) => each.textContent?.includes(text)) ? 0 : Date.now(),
      title,
    )
  ).jsonValue();

/** When the chat says that it is done. */
const toldAt = async (page: Page, title: string) =>
  (
    await page.waitForFunction(
      (text) =>
        [...document.querySelectorAll('.bubble')].some(
          (each) => /Done/.test(each.textContent ?? '') && each.textContent?.includes(text),
        )
          ? Date.now()
          : 0,
      title,
    )
  ).jsonValue();

/** When the person pressed. */
const pressedAt = async (page: Page, title: string) => {
  const press = page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        addEventListener('click', () => resolve(Date.now()), { once: true, capture: true }),
      ),
  );
  await row(page, title)
    .getByRole('button', { name: `Approve: ${title}` })
    .click();
  return press;
};

const looks = 5;
const seenWithinMs = 1_000;

/** What is usual is the code's affair; a single slow look is that of a busy machine. */
const median = (delays: readonly number[]) => delays.toSorted((a, b) => a - b).at(Math.floor(looks / 2));

describePage('what is decided in one place', (stage) => {
  test('is seen in a second browser and in the chat within a second', async () => {
    const [one, other, chat] = [await stage.visit('/inbox'), await stage.visit('/inbox'), await stage.visit('/chat')];
    const delays: { readonly browser: number; readonly chat: number }[] = [];
    for (let look = 1; look <= looks; look += 1) {
      const title = `Decision ${look}`;
      await stage.machine.create({ title });
      await Promise.all([row(one, title).waitFor(), row(other, title).waitFor()]);
      await chat.locator('.bubble', { hasText: title }).waitFor();
      const seen = Promise.all([goneAt(other, title), toldAt(chat, title)]);
      const pressed = await pressedAt(one, title);
      const [browser, phone] = await seen;
      delays.push({ browser: browser - pressed, chat: phone - pressed });
    }
    process.stdout.write(
      `seen after (ms): ${delays.map(({ browser, chat: told }) => `${browser} / ${told}`).join(', ')}\n`,
    );
    expect(median(delays.map(({ browser }) => browser))).toBeLessThan(seenWithinMs);
    expect(median(delays.map(({ chat: told }) => told))).toBeLessThan(seenWithinMs);
  });

  test('and in another at the same moment differently is decided once, and whoever lost is told', async () => {
    const [one, other] = [await stage.visit('/inbox'), await stage.visit('/inbox')];
    const id = await stage.machine.create({ title: 'Contested' });
    const press = async (page: Page, move: string) => {
      const button = row(page, 'Contested').getByRole('button', { name: `${move}: Contested` });
      await button.waitFor();
      return () => button.evaluate((element: HTMLButtonElement) => element.click());
    };
    const presses = [await press(one, 'Approve'), await press(other, 'Reject')];
    await Promise.all(presses.map((pressNow) => pressNow()));
    const winner = await until('a decision', async () => {
      const { status } = await stage.machine.action(id);
      return status === 'completed' || status === 'rejected' ? status : null;
    });
    const loser = winner === 'completed' ? other : one;
    const decided = winner === 'completed' ? 'approved' : 'rejected';
    await loser.getByText(`Your answer changed nothing: you ${decided} it on this page`).waitFor();
  });

  test('while the line was cut is told when it is back, from where the stream broke off', async () => {
    const relay = await startRelay(stage.machine.url);
    try {
      const page = await stage.visit('/inbox', { through: relay.url });
      const places: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/actions/stream')) places.push(request.headers()['last-event-id'] ?? '');
      });
      await stage.machine.create({ title: 'Before the cut' });
      await row(page, 'Before the cut').waitFor();
      relay.cut();
      await page.getByText('The connection is gone.').waitFor();
      await stage.shoot(page, 'inbox-reconnecting');
      const id = await stage.machine.create({ title: 'During the cut' });
      await stage.machine.reaches(id, 'awaiting_approval');
      // Only what the stream says can bring it now.
      await page.route('**/actions?*', (route) => route.abort());
      relay.mend();
      await row(page, 'During the cut').waitFor();
      await until('a stream that goes on where the first one ended', () => (places.at(-1) ?? '') !== '' || null);
      await page.getByText('The connection is gone.').waitFor({ state: 'detached' });
    } finally {
      await relay.close();
    }
  });
});
