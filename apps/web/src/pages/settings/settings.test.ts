import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage, phone } from '../../testing/describe-page.ts';
import { until } from '../../testing/until.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const form = (page: Page, name: string) => page.getByRole('form', { name, exact: true });
const card = (page: Page, name: string) => page.locator('.card', { has: page.getByRole('heading', { name }) });

describePage('the settings', (stage) => {
  test('time zone and language are changed; a mistake stands beside its field and loses nothing', async () => {
    const page = await stage.visit('/settings');
    const person = form(page, 'Time and language');
    await person.getByLabel('Time zone').fill('Mars/Olympus');
    await person.getByLabel('Language').fill('pl');
    await person.getByRole('button', { name: 'Save' }).click();
    await person.getByText('Expected a time zone like "Europe/Warsaw".').waitFor();
    expect(await person.getByLabel('Time zone').inputValue()).toBe('Mars/Olympus');
    expect(await person.getByLabel('Language').inputValue()).toBe('pl');
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'settings-mistake');
    await person.getByLabel('Time zone').fill('europe/berlin');
    await page.keyboard.press('Enter');
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect(await person.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin');
    expect((await stage.machine.call('GET', '/users/me')).data).toMatchObject({
      timeZone: 'Europe/Berlin',
      language: 'pl',
    });
    await button(page, 'Use Europe/Warsaw, as this browser does').click();
    expect(await person.getByLabel('Time zone').inputValue()).toBe('Europe/Warsaw');
  });

  test('a language-model key goes in, shows only its end, and can be deleted', async () => {
    const page = await stage.visit('/settings');
    const key = form(page, 'A key');
    await key.getByLabel('Key').fill('sk-a-secret-of-some-length-4711');
    await key.getByLabel('Address').fill('http://model.example');
    await button(page, 'Save the key').click();
    await key.getByText('Expected https.').waitFor();
    expect(await key.getByLabel('Key').inputValue()).toBe('sk-a-secret-of-some-length-4711');
    await key.getByLabel('Address').fill('https://model.example/v1');
    await button(page, 'Save the key').click();
    await card(page, 'openai').getByText('ends in 4711').waitFor();
    expect(await key.getByLabel('Key').inputValue()).toBe('');
    await form(page, 'Model').getByLabel('Model').fill('gpt-5');
    await form(page, 'Model').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect((await stage.machine.call('GET', '/users/me')).data).toMatchObject({
      llmPreferences: { defaultModel: 'gpt-5' },
    });
    expect(await page.content()).not.toContain('sk-a-secret');
    await button(page, 'Delete the key of openai').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the key' }).click();
    await page.getByText('No key. Commands and answers').waitFor();
    expect((await stage.machine.call('GET', '/users/me/llm-keys')).data).toEqual({ keys: [] });
  });

  test('a key without a provider, and one without a key, are told beside their fields', async () => {
    const page = await stage.visit('/settings', phone);
    const key = form(page, 'A key');
    await key.getByLabel('Provider').fill('');
    await button(page, 'Save the key').click();
    await key.getByText('Expected a name like "openai".').waitFor();
    await key.getByText('Expected visible ASCII characters.').waitFor();
    expect(await key.getByLabel('Provider').inputValue()).toBe('');
  });

  test('a name gets an address, a mistake stands beside its field, and it is forgotten again', async () => {
    const page = await stage.visit('/settings', phone);
    await page.getByText('Nobody yet.').waitFor();
    const entry = form(page, 'A name and its address');
    await entry.getByLabel('Who').fill('Ana');
    await entry.getByLabel('E-mail address').fill('ana');
    await button(page, 'Write it down').click();
    await entry.getByText('Expected an address like "ana@example.com".').waitFor();
    expect(await entry.getByLabel('Who').inputValue()).toBe('Ana');
    await entry.getByLabel('E-mail address').fill('ana@example.com');
    await page.keyboard.press('Enter');
    await card(page, 'Ana').getByText('ana@example.com').waitFor();
    expect(await entry.getByLabel('Who').inputValue()).toBe('');
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shootWhole(page, 'settings-address-book-phone');
    await button(page, 'Forget the address of Ana').click();
    await page.getByText('Nobody yet.').waitFor();
    expect((await stage.machine.call('GET', '/me/address-book')).data).toEqual({ entries: [] });
  });

  test('a rule is tried on what has happened, added, approves, and is revoked', async () => {
    const { machine } = stage;
    for (const title of ['Buy milk', 'Buy a yacht']) {
      const id = await machine.create({ type: 'todo', title, confidence: 0.95 });
      await machine.reaches(id, 'awaiting_approval');
      await machine.call('PATCH', `/actions/${id}`, { status: title.endsWith('yacht') ? 'rejected' : 'pending' });
      await machine.reaches(id, title.endsWith('yacht') ? 'rejected' : 'completed');
    }
    const page = await stage.visit('/settings');
    await button(page, 'New rule').click();
    const rule = form(page, 'A new rule');
    await rule.getByLabel('Name').fill('Shopping');
    await rule.getByLabel('The title has one of').fill('buy');
    await rule.getByLabel('At most, in 24 hours').fill('often');
    await button(page, 'Add the rule').click();
    await rule.getByText('Expected a number.').waitFor();
    await rule.getByText('Expected at least 1 entry.').waitFor();
    expect(await rule.getByLabel('At most, in 24 hours').inputValue()).toBe('often');
    expect(await rule.getByLabel('The title has one of').inputValue()).toBe('buy');
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'settings-rule-mistake');
    await rule.getByLabel('At most, in 24 hours').fill('5');
    await rule.getByLabel('todo').check();
    await rule.getByRole('button', { name: 'Try on your history' }).click();
    await rule.getByText('It would have approved 2 of your last 2 actions of these types.').waitFor();
    await rule.getByText('1 you rejected, 1 you approved too.').waitFor();
    await rule.getByText('Against your own answer (1)').click();
    expect(await rule.getByRole('link', { name: 'Buy a yacht' }).isVisible()).toBe(true);
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'settings-rule-tried');
    await button(page, 'Add the rule').click();
    await card(page, 'Shopping').getByText('The title has “buy”').waitFor();
    await until('the rule to be known everywhere', async () => {
      const id = await machine.create({ type: 'todo', title: 'Buy bread', confidence: 0.95 });
      const answered = async () => !/pending|processing/.test((await machine.action(id)).status) || null;
      await until('a question or a result', answered);
      return (await machine.action(id)).status === 'completed' || null;
    });
    await card(page, 'Shopping').getByRole('button', { name: 'Revoke: Shopping' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked: Shopping').waitFor();
    await card(page, 'Shopping').waitFor({ state: 'detached' });
  });

  test('the link of a report leads to the rule that approved it, and says so when it is gone', async () => {
    const page = await stage.visit('/settings?rule=certain-links', phone);
    const named = page.locator('.card-named');
    await named.getByText('This is the rule that approved it.').waitFor();
    await named.and(page.locator(':focus')).waitFor();
    expect(await named.getByRole('heading').textContent()).toBe('Links that are certain');
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'settings-rule-phone');
    await page.goto(`${stage.machine.url}/#/settings?rule=another`);
    await page.getByText('does not exist any more').waitFor();
    expect(await page.locator('.card-named').count()).toBe(0);
  });

  test.each([
    ['desk', {}, 'light'],
    ['desk-dark', {}, 'dark'],
    ['phone', phone, 'light'],
    ['phone-dark', phone, 'dark'],
  ] as const)('axe finds nothing: %s', async (name, size, scheme) => {
    const key = { apiKey: 'sk-a-secret-of-some-length-0815' };
    await stage.machine.call('PUT', '/users/me/llm-keys/openai', key);
    const page = await stage.visit('/settings', { ...size, scheme });
    await card(page, 'openai').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shootWhole(page, `settings-${name}`);
  });

  test('on a phone it is reached through the menu, by touch and by keyboard', async () => {
    const page = await stage.visit('/inbox', phone);
    await button(page, 'More').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Settings' }).waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'menu-phone');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await page.getByRole('link', { name: 'Settings' }).isVisible()).toBe(false);
  });
});
