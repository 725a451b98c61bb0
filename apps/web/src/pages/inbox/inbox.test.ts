import { beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage, phone } from '../../testing/describe-page.ts';

const row = (page: Page, title: string) =>
  page.locator('.row', { has: page.getByRole('link', { name: title, exact: true }) });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describePage('the inbox', (stage) => {
  let made = 0;
  let title = '';
  let id = '';
  beforeEach(async () => {
    made += 1;
    title = `Call the plumber ${made}`;
    id = await stage.machine.create({ title });
    await stage.machine.reaches(id, 'awaiting_approval');
  });

  /** The person's next answer leaves the page, and another browser's change arrives before it. */
  const beaten = (page: Page, change: object) =>
    page.route(`**/actions/${id}`, async (route) => {
      if (route.request().method() === 'PATCH') await stage.machine.call('PATCH', `/actions/${id}`, change);
      await route.continue();
    });

  test('approves by mouse what a row shows, says so, and the action is done', async () => {
    const page = await stage.visit('/inbox');
    await row(page, title)
      .getByRole('button', { name: `Approve: ${title}` })
      .click();
    await page.getByText(`Approved: ${title}`).waitFor();
    await stage.machine.reaches(id, 'completed');
    await row(page, title).waitFor({ state: 'detached' });
    expect((await stage.machine.action(id)).status).toBe('completed');
  });

  test('works by keyboard alone: find, open, approve', async () => {
    const page = await stage.visit('/inbox');
    await row(page, title).waitFor();
    await page.getByRole('searchbox').focus();
    await page.keyboard.type(title);
    const link = page.getByRole('link', { name: title, exact: true });
    for (let steps = 0; steps < 10; steps += 1) {
      if (await link.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const approve = button(page, 'Approve');
    for (let steps = 0; steps < 20; steps += 1) {
      if (await approve.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await stage.machine.reaches(id, 'completed');
    await page.getByRole('article', { name: title }).getByText('Done').first().waitFor();
    expect(await approve.count()).toBe(0);
  });

  test('a deep link opens the action, signed in or after signing in', async () => {
    const page = await stage.visit(`/inbox?action=${id}`, { ...phone, isSignedIn: false });
    await page.getByText('npm start').waitFor();
    await page.goto(stage.machine.signInUrl);
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    expect(page.url()).not.toContain('code');
    await page.goto(`${stage.machine.url}/#/inbox?action=${id}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('link', { name: 'Back to the list' }).click();
    expect(await row(page, title).isVisible()).toBe(true);
  });

  test('two browsers: one approves, the other sees it without doing anything', async () => {
    const one = await stage.visit('/inbox');
    const other = await stage.visit('/inbox');
    await row(other, title).waitFor();
    await row(one, title)
      .getByRole('button', { name: `Approve: ${title}` })
      .click();
    await row(other, title).waitFor({ state: 'detached', timeout: 5_000 });
    expect(await other.getByText(title).count()).toBeLessThanOrEqual(1);
  });

  test('whoever comes too late is told who decided what, and nothing changes', async () => {
    const page = await stage.visit(`/inbox?action=${id}`);
    await button(page, 'Approve').waitFor();
    await beaten(page, { status: 'rejected' });
    await button(page, 'Approve').click();
    await page.getByText(/Your answer changed nothing: you rejected it on this page/).waitFor();
    expect((await stage.machine.action(id)).status).toBe('rejected');
  });

  test('a content that changed is not approved: the page keeps what was seen and shows the new version when asked', async () => {
    const page = await stage.visit(`/inbox?action=${id}`);
    await button(page, 'Approve').waitFor();
    const changed = `Call the gardener ${made}`;
    await stage.machine.call('PATCH', `/actions/${id}`, { title: changed });
    const detail = page.getByRole('article', { name: title });
    await detail.getByText('It changed while you were looking.').waitFor();
    expect(await button(page, 'Approve').count()).toBe(0);
    await detail.getByRole('button', { name: 'Show the new version' }).click();
    await page.getByRole('heading', { level: 1, name: changed }).waitFor();
    await stage.shoot(page, 'action-changed');
    await button(page, 'Approve').click();
    await stage.machine.reaches(id, 'completed');
  });

  test('a stale yes is refused (412), told, and what it is now is shown', async () => {
    const page = await stage.visit(`/inbox?action=${id}`);
    await button(page, 'Approve').waitFor();
    await beaten(page, { title: `${title} tomorrow` });
    await button(page, 'Approve').click();
    await page.getByText('It changed before your answer arrived.').waitFor();
    expect((await stage.machine.action(id)).status).toBe('awaiting_approval');
  });

  test('offline it says so, sends nothing later, and is up to date again when it is back', async () => {
    const page = await stage.visit('/inbox');
    await row(page, title).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await row(page, title)
      .getByRole('button', { name: `Approve: ${title}` })
      .click();
    await page.getByText('The server cannot be reached.').waitFor();
    const meanwhile = await stage.machine.create({ title: `Meanwhile ${made}` });
    await stage.machine.reaches(meanwhile, 'awaiting_approval');
    await page.context().setOffline(false);
    await row(page, `Meanwhile ${made}`).waitFor();
    expect((await stage.machine.action(id)).status).toBe('awaiting_approval');
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
  });

  test('a double click approves once', async () => {
    const page = await stage.visit(`/inbox?action=${id}`);
    await button(page, 'Approve').dblclick();
    await stage.machine.reaches(id, 'completed');
    expect(await page.getByText(/Your answer changed nothing/).count()).toBe(0);
  });

  test('rejects several at once after naming them', async () => {
    const page = await stage.visit('/inbox');
    const second = await stage.machine.create({ title: `Second ${made}` });
    await stage.machine.reaches(second, 'awaiting_approval');
    for (const name of [title, `Second ${made}`]) await page.getByLabel(`Select ${name}`, { exact: true }).check();
    await button(page, 'Reject 2').click();
    const question = page.getByRole('alertdialog', { name: 'Reject 2 actions?' });
    await question.getByText(title).waitFor();
    await question.getByRole('button', { name: 'Reject' }).click();
    await stage.machine.reaches(id, 'rejected');
    await stage.machine.reaches(second, 'rejected');
    await page.getByText('All 2 done.').waitFor();
    expect(await page.getByRole('alertdialog').count()).toBe(0);
  });

  test('an edit with a mistake says it beside the field and loses nothing; mended, it is approved', async () => {
    const todo = await stage.machine.create({
      type: 'calendar',
      title: `Dentist ${made}`,
      payload: { prompt: 'dentist tomorrow at 3pm' },
    });
    await stage.machine.reaches(todo, 'awaiting_approval');
    const page = await stage.visit(`/inbox?action=${todo}`);
    await button(page, 'Edit').click();
    await page.getByLabel('Place').fill('Lindenstrasse 12');
    await page.getByLabel('Title').fill('');
    await button(page, 'Save and ask again').click();
    await page.locator('.field-error').first().waitFor();
    expect(await page.getByLabel('Place').inputValue()).toBe('Lindenstrasse 12');
    await page.getByLabel('Title').fill(`Dentist again ${made}`);
    await button(page, 'Save and ask again').click();
    await page.getByRole('heading', { level: 1, name: `Dentist again ${made}` }).waitFor();
    await page.getByText('Lindenstrasse 12').first().waitFor();
    await button(page, 'Approve').click();
    await stage.machine.reaches(todo, 'completed');
  });

  test.each([
    ['phone', phone, 'light'],
    ['desk', {}, 'light'],
    ['desk-dark', {}, 'dark'],
    ['phone-dark', phone, 'dark'],
  ] as const)('axe finds nothing: %s', async (name, size, scheme) => {
    await stage.machine.create({
      type: 'todo',
      title: `Buy milk ${name}`,
      payload: { dueDate: '2026-11-27', priority: 'high', tags: ['home'] },
    });
    const page = await stage.visit('/inbox', { ...size, scheme });
    await row(page, title).waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, `inbox-${name}`);
    await row(page, title).getByRole('link', { name: title }).click();
    await button(page, 'Approve').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, `action-${name}`);
    await button(page, 'Edit').click();
    await page.getByLabel('Title').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, `edit-${name}`);
  });
});
