import { expect, test } from '@jest/globals';
import { describePage, phone } from '../../testing/describe-page.ts';

describePage('the chat', (stage) => {
  test('a command becomes a question, a tap on its button a yes, and both sides stay to be read', async () => {
    const page = await stage.visit('/chat', phone);
    await page.getByRole('textbox', { name: 'Message' }).fill('note: call the plumber about the leak');
    await page.keyboard.press('Enter');
    await page.locator('.bubble-own').getByText('note: call the plumber about the leak').waitFor();
    const question = page.locator('.bubble', { hasText: 'Save a note?' });
    await question.getByRole('button', { name: 'Approve' }).click();
    await page.locator('.bubble', { hasText: /^Assistant: Done/ }).waitFor();
    expect(await page.locator('.bubble-own', { hasText: 'Approve' }).count()).toBe(1);
    await stage.shoot(page, 'chat-phone');
    expect(await stage.problemsOf(page)).toEqual([]);
    await page
      .locator('.bubble', { hasText: /^Assistant: Done/ })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { level: 1, name: /call the plumber about the leak/i }).waitFor();
    expect(page.context().pages()).toHaveLength(1);
  });

  test('a thumbs-up and a quoted text answer the message they belong to', async () => {
    const page = await stage.visit('/chat', { scheme: 'dark' });
    const first = await stage.machine.create({ title: 'Water the plants' });
    const second = await stage.machine.create({ title: 'Feed the cat' });
    await page
      .locator('.bubble', { hasText: 'Water the plants' })
      .getByRole('button', { name: 'React with 👍' })
      .click();
    await stage.machine.reaches(first, 'completed');
    await page.locator('.bubble', { hasText: 'Feed the cat' }).getByRole('button', { name: 'Reply to this' }).click();
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('no');
    await page.keyboard.press('Enter');
    await stage.machine.reaches(second, 'rejected');
    await page.locator('.bubble-own blockquote', { hasText: 'Feed the cat' }).waitFor();
    await stage.shoot(page, 'chat-desk-dark');
    expect(await stage.problemsOf(page)).toEqual([]);
  });

  test('the report of what a rule approved leads to that rule, where it can be stopped', async () => {
    const payload = { url: 'https://example.com/plumbers' };
    const link = await stage.machine.create({ type: 'link', title: 'Plumbers nearby', payload, confidence: 0.95 });
    await stage.machine.reaches(link, 'completed');
    const page = await stage.visit('/chat', phone);
    const report = page.locator('.bubble', {
      hasText: 'Nobody was asked: your rule "Links that are certain" approved it.',
    });
    await report.getByRole('link', { name: /settings\?rule=certain-links/ }).click();
    await page.locator('.card-named', { hasText: 'Links that are certain' }).waitFor();
  });
});
