import { expect, test } from '@jest/globals';
import { describePage, phone } from '../../testing/describe-page.ts';

describePage('the catalogue', (stage) => {
  test('an operation is found, simulated, and refused beside its field, by keyboard', async () => {
    const page = await stage.visit('/catalogue');
    await page.getByRole('link', { name: /Post a message in Slack/ }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'What it is given' });
    await form.getByLabel('Channel').focus();
    await page.keyboard.press('Enter');
    await form.locator('.field-error').first().waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await form.getByLabel('Text').fill('Lunch is at noon');
    await form.getByLabel('Channel').fill('C1');
    await page.keyboard.press('Enter');
    await page.getByText('Only simulated: nothing was done.').waitFor();
    await page.getByText('"simulated": true').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'catalogue-simulated');
  });

  test('an operation is found by what is typed, whatever the case', async () => {
    const page = await stage.visit('/catalogue');
    const email = page.getByRole('link', { name: /Send an email/ }).first();
    await email.waitFor();
    await page.getByLabel('Search operations').fill('slack POST');
    await email.waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: /Post a message in Slack/ }).count()).toBe(1);
    await page.getByLabel('Search operations').fill('no such thing');
    await page.getByText('No operation is called like that.').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
  });

  test('whoever has two accounts says which one', async () => {
    const connect = (label: string) =>
      stage.machine.call('POST', '/connections', {
        platform: 'zapier',
        label,
        credentials: { hookUrl: 'https://hooks.zapier.com/hooks/catch/1/canary/' },
        settings: {},
      });
    await connect('The first');
    const page = await stage.visit('/catalogue/zapier/trigger_zap');
    await page.getByRole('form').waitFor();
    expect(await page.getByLabel('Account').count()).toBe(0);
    await connect('The second');
    await page.reload();
    await page.getByLabel('Account').selectOption('The second');
    const sent = page.waitForRequest('**/perform_action');
    await page.getByRole('button', { name: 'Simulate' }).click();
    expect((await sent).postDataJSON()).toMatchObject({ connection: expect.any(String), simulate: true });
    expect(await stage.problemsOf(page)).toEqual([]);
  });

  test('what is asked about first is a question in the inbox, with exactly what would be sent', async () => {
    const credentials = { hookUrl: 'https://hooks.zapier.com/hooks/catch/2/canary/' };
    const account = { platform: 'zapier', label: 'Mine', credentials, settings: {} };
    await stage.machine.call('POST', '/connections', account);
    const page = await stage.visit('/catalogue/zapier/trigger_zap');
    await page.getByRole('button', { name: 'Ask me, then do it' }).click();
    await page.getByText('Nothing is done yet: you are asked first.').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Open the question' }).click();
    await page.getByText('Zapier: trigger zap').first().waitFor();
    await page.getByRole('button', { name: 'Approve' }).first().waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
  });

  test('what is done now is asked about once more, and is honestly not done without an account', async () => {
    const page = await stage.visit('/catalogue/slack/post_message', { ...phone, scheme: 'dark' });
    const form = page.getByRole('form', { name: 'What it is given' });
    await form.getByLabel('Channel').fill('C1');
    await form.getByLabel('Text').fill('Lunch is at noon');
    await form.getByRole('button', { name: 'Do it now' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Do it now' }).click();
    await page.getByText('It was not done.').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shootWhole(page, 'catalogue-not-done-phone-dark');
    await page.goto(`${stage.machine.url}/#/catalogue`);
    await page.getByText('not done', { exact: true }).first().waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'catalogue-phone-dark');
  });

  test('a lost answer is said to be one, and the same wish goes out under the same key', async () => {
    const page = await stage.visit('/catalogue/slack/post_message');
    const keys: (string | undefined)[] = [];
    await page.route('**/perform_action', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      await (keys.length === 1 ? route.abort() : route.continue());
    });
    const form = page.getByRole('form', { name: 'What it is given' });
    await form.getByLabel('Channel').fill('C1');
    await form.getByLabel('Text').fill('Lunch is at noon');
    await form.getByRole('button', { name: 'Simulate' }).click();
    await page.getByText('No answer came: it may have happened.').waitFor();
    await form.getByRole('button', { name: 'Simulate' }).click();
    await page.getByText('Only simulated: nothing was done.').waitFor();
    expect(keys[0]).toBe(keys[1]);
  });
});
