import { expect, test } from '@jest/globals';
import { describePage, phone } from '../../testing/describe-page.ts';
import type { Machine, Wish } from '../../testing/machine.ts';
import { startStandIn } from '../../testing/stand-in.ts';

/** Has an action made, approves it, and resolves to its id when it is done. */
async function kept(machine: Machine, wish: Wish): Promise<string> {
  const id = await machine.create(wish);
  await machine.reaches(id, 'awaiting_approval');
  await machine.call('PATCH', `/actions/${id}`, { status: 'pending' });
  await machine.reaches(id, 'completed');
  return id;
}

describePage('the items', (stage) => {
  test('an approved to-do can be found from its action, ticked off and deleted', async () => {
    const id = await kept(stage.machine, { type: 'todo', title: 'Buy oat milk', payload: { priority: 'high' } });
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
    await kept(stage.machine, { type: 'note', title: 'Oat milk is out' });
    const page = await stage.visit('/items/notes');
    await page.getByRole('link', { name: 'Oat milk is out' }).click();
    await page.getByRole('button', { name: 'Put it into Notion' }).click();
    await page.getByText('No account of Notion is connected').waitFor();
    await page.getByRole('button', { name: 'Put it into Notion' }).waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'item-mirror');
  });

  test('lists each kind, and opens the calendar to calendar apps, and closes it', async () => {
    const page = await stage.visit('/items/calendar', { scheme: 'dark' });
    await page.getByRole('button', { name: 'Make a new address' }).click();
    const address = await page.getByText('/calendar.ics?token=').innerText();
    await page.getByText('can follow these events since').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'items-desk-dark');
    expect((await fetch(address)).status).toBe(200);
    await page.getByRole('button', { name: 'Close the address' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close the address' }).click();
    await page.getByText('can follow these events since').waitFor({ state: 'detached' });
    expect(await page.getByText('/calendar.ics?token=').count()).toBe(0);
    expect((await fetch(address)).status).toBe(404);
  });

  test('say why a page could not be read, and offer to read it again', async () => {
    const payload = { url: 'http://nowhere.invalid/' };
    await kept(stage.machine, { type: 'link', title: 'A page that is not there', payload });
    const page = await stage.visit('/items/bookmarks');
    await page.getByRole('link', { name: 'A page that is not there' }).click();
    const notice = page.locator('.notice-warning');
    await notice.waitFor();
    await page.getByRole('button', { name: 'Read the page again' }).click();
    await notice.waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
  });

  test('show what a language model wrote, and say so; without a key they say what is missing', async () => {
    await kept(stage.machine, {
      type: 'research',
      title: 'Heat pumps',
      payload: { prompt: 'Which are quiet?' },
    });
    const page = await stage.visit('/items/research');
    await page.getByRole('link', { name: 'Heat pumps' }).click();
    await page.locator('.notice-warning').waitFor();
    const written = { text: 'Some are.\n\nOthers are not.', openQuestions: ['How loud is loud?'] };
    const choices = [
      { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: JSON.stringify(written) } },
    ];
    const model = await startStandIn(() => ({ status: 200, body: { choices } }));
    try {
      const key = { apiKey: 'sk-stand-in', baseUrl: model.url };
      expect((await stage.machine.call('PUT', '/users/me/llm-keys/openai', key)).status).toBe(200);
      await page.getByRole('button', { name: 'Have it written', exact: true }).click();
      await page.getByText('Others are not.').waitFor();
      await page.getByText('Nobody has checked it.').waitFor();
      await page.getByText('How loud is loud?').waitFor();
      await page.getByRole('button', { name: 'Have it written again' }).waitFor();
      expect(await stage.problemsOf(page)).toEqual([]);
      await stage.shoot(page, 'item-research');
    } finally {
      await model.close();
    }
  });

  test('appear while the list is looked at, and when the line is back', async () => {
    const page = await stage.visit('/items/notes');
    await page.getByRole('heading', { level: 1, name: 'Items' }).waitFor();
    await kept(stage.machine, { type: 'note', title: 'Kept while you look' });
    await page.getByRole('link', { name: 'Kept while you look' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await kept(stage.machine, { type: 'note', title: 'Kept while you were away' });
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'Kept while you were away' }).waitFor();
  });

  test('that cannot be reached are not called gone, and come when somebody tries again', async () => {
    await kept(stage.machine, { type: 'note', title: 'Still there' });
    const page = await stage.visit('/items/notes');
    const link = page.getByRole('link', { name: 'Still there' });
    const path = await link.getAttribute('href');
    await link.waitFor();
    await page.route('**/items*', (route) => route.abort());
    await page.route('**/items/note/*', (route) => route.abort());
    await page.goto(`${stage.machine.url}/${path?.replace(/^.*(?=#)/, '')}`);
    await page.getByText('The server cannot be reached.').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Still there' }).waitFor();
    await page.goto(`${stage.machine.url}/#/notes/00000000-0000-4000-8000-000000000000`);
    await page.getByText('This item does not exist, or is not yours.').waitFor();
  });
});
