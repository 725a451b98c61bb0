import { expect, test } from '@jest/globals';
import { describePage, phone } from '../../testing/describe-page.ts';

describePage('the items', (stage) => {
  test('an approved to-do can be found from its action, ticked off and deleted', async () => {
    const { machine } = stage;
    const id = await machine.create({ type: 'todo', title: 'Buy oat milk', payload: { priority: 'high' } });
    await machine.reaches(id, 'awaiting_approval');
    await machine.call('PATCH', `/actions/${id}`, { status: 'pending' });
    await machine.reaches(id, 'completed');
    const page = await stage.visit(`/inbox?action=${id}`, phone);
    await page.getByRole('link', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Buy oat milk' }).waitFor();
    await page.getByRole('button', { name: 'Tick off' }).click();
    await page.getByRole('button', { name: 'Open again' }).waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'item-phone');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Nothing is kept here yet.').waitFor();
  });

  test('a note is put into Notion by hand, or its page says what is missing for that', async () => {
    const { machine } = stage;
    const id = await machine.create({ type: 'note', title: 'Oat milk is out' });
    await machine.reaches(id, 'awaiting_approval');
    await machine.call('PATCH', `/actions/${id}`, { status: 'pending' });
    await machine.reaches(id, 'completed');
    const page = await stage.visit('/items/notes');
    await page.getByRole('link', { name: 'Oat milk is out' }).click();
    await page.getByRole('button', { name: 'Put it into Notion' }).click();
    await page.getByText('No account of Notion is connected').waitFor();
    await page.getByRole('button', { name: 'Put it into Notion' }).waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'item-mirror');
  });

  test('lists each kind, and opens the calendar to calendar apps', async () => {
    const page = await stage.visit('/items/calendar', { scheme: 'dark' });
    await page.getByRole('button', { name: 'Make a new address' }).click();
    await page.getByText('/calendar.ics?token=').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'items-desk-dark');
  });
});
