import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage, phone } from '../../testing/describe-page.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const mine = (page: Page, label: string) =>
  page.getByRole('region', { name: 'Connected' }).locator('.card', { hasText: label });
const slack = {
  platform: 'slack',
  label: 'Slack at work',
  credentials: { accessToken: 'xoxb-a-canary' },
  settings: {},
};

describePage('the connections', (stage) => {
  test('an account is connected by entering its credentials; a mistake stands beside its field', async () => {
    const page = await stage.visit('/connections');
    await button(page, 'Connect Email (SMTP)').click();
    const form = page.getByRole('form', { name: 'Credentials of Email (SMTP)' });
    await form.getByLabel('Port').fill('often');
    await form.getByLabel('User').fill('ana@example.com');
    await form.getByLabel('Password').fill('a-canary-password');
    expect(await form.getByLabel('Password').getAttribute('type')).toBe('password');
    await form.getByRole('button', { name: 'Connect' }).click();
    await form.locator('.field-error').first().waitFor();
    expect(await form.getByLabel('Password').inputValue()).toBe('a-canary-password');
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'connections-mistake');
    await form.getByLabel('Port').fill('587');
    await form.getByLabel('Host').fill('smtp.example.com');
    await form.getByLabel('Name').fill('work');
    await page.keyboard.press('Enter');
    await page.getByText('Connected: work').waitFor();
    await mine(page, 'work').getByText('works').waitFor();
    expect(await page.content()).not.toContain('a-canary-password');
  });

  test('kinds of items that also appear on a platform are switched off, and stay so', async () => {
    const page = await stage.visit('/connections');
    const issues = page.getByRole('checkbox', { name: 'Issues in Linear' });
    expect(await issues.isChecked()).toBe(true);
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'PUT'), issues.click()]);
    await page.reload();
    await page.getByRole('checkbox', { name: 'Events in Google Calendar', checked: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Issues in Linear', checked: false }).waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'connections-mirrors');
  });

  test('where there are two accounts, a kind is given to one of them', async () => {
    for (const label of ['Notion at work', 'Notion at home'])
      await stage.machine.call('POST', '/connections', {
        platform: 'notion',
        label,
        credentials: { accessToken: 'ntn-a-canary' },
        settings: {},
      });
    const page = await stage.visit('/connections');
    const account = page.getByRole('combobox', { name: 'Notion account for notes' });
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'PUT'),
      account.selectOption('Notion at home'),
    ]);
    await page.reload();
    await account.getByRole('option', { name: 'Notion at home', selected: true }).waitFor({ state: 'attached' });
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shootWhole(page, 'connections-mirror-accounts');
  });

  test('an account gets what its platform does not tell, and keeps it; a mistake stands beside its field', async () => {
    const [label, id] = ['Notion of Ana', '0123456789abcdef0123456789abcdef'];
    const notion = { platform: 'notion', label, credentials: { accessToken: 'ntn-a-canary' }, settings: {} };
    await stage.machine.call('POST', '/connections', notion);
    const page = await stage.visit('/connections', phone);
    const form = page.getByRole('form', { name: `Settings: ${label}` });
    const source = form.getByLabel('Data source ID');
    await button(page, `Settings: ${label}`).click();
    await source.fill('the list of tasks');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('expected an id of 32 hexadecimal digits').waitFor();
    await source.fill(id);
    await page.keyboard.press('Enter');
    await page.getByText(`Saved for ${label}`).waitFor();
    await page.reload();
    await button(page, `Settings: ${label}`).click();
    expect(await source.inputValue()).toBe(id);
    expect(await form.getByLabel('Key property').inputValue()).toBe('Key');
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shootWhole(page, 'connections-settings');
  });

  test('a connection is renamed, and disconnected after a question, with the keyboard alone', async () => {
    await stage.machine.call('POST', '/connections', slack);
    const page = await stage.visit('/connections', phone);
    await button(page, 'Rename: Slack at work').focus();
    await page.keyboard.press('Enter');
    const name = page.getByRole('form', { name: 'Rename: Slack at work' }).getByLabel('Name');
    await name.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Slack at home');
    await page.keyboard.press('Enter');
    await page.getByText('From now on: Slack at home').waitFor();
    await button(page, 'Disconnect: Slack at home').focus();
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: 'Disconnect this account?' });
    await question.getByRole('button', { name: 'Disconnect' }).focus();
    await page.keyboard.press('Enter');
    await mine(page, 'Slack at home').waitFor({ state: 'detached' });
  });

  test.each([
    ['desk', {}, 'light'],
    ['phone-dark', phone, 'dark'],
  ] as const)('axe finds nothing: %s', async (name, size, scheme) => {
    await stage.machine.call('POST', '/connections', slack);
    const page = await stage.visit('/connections', { ...size, scheme });
    await mine(page, 'Slack at work').first().waitFor();
    await button(page, 'Connect HTTP').click();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shootWhole(page, `connections-${name}`);
  });
});
