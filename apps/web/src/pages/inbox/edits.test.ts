import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage } from '../../testing/describe-page.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describePage('an edit', (stage) => {
  test('corrects the type: it is asked about again, and done as what it is now', async () => {
    const { machine } = stage;
    const id = await machine.create({ type: 'note', title: 'Water the plants' });
    await machine.reaches(id, 'awaiting_approval');
    const page = await stage.visit(`/inbox?action=${id}`);
    await button(page, 'Edit').click();
    await page.getByRole('form').getByLabel('Type').selectOption({ label: 'Create a to-do' });
    await button(page, 'Save and ask again').click();
    const detail = page.getByRole('article', { name: 'Water the plants' });
    await detail.locator('.detail-verb', { hasText: 'Create a to-do' }).waitFor();
    expect(await detail.locator('.detail-verb del').textContent()).toBe('Save a note');
    await button(page, 'Approve').click();
    await machine.reaches(id, 'completed');
    expect((await machine.call('GET', '/items?kind=todo')).data).toMatchObject({
      items: [{ title: 'Water the plants' }],
    });
    expect((await machine.call('GET', '/items?kind=note')).data).toMatchObject({ items: [] });
  });

  test('of a type that nothing can carry out gets the action moving', async () => {
    const { machine } = stage;
    const id = await machine.create({ type: 'hologram', title: 'Project a whale' });
    const page = await stage.visit(`/inbox?action=${id}`);
    await page.getByText('Nothing here can carry out this type.').waitFor();
    expect(await button(page, 'Approve').count()).toBe(0);
    await button(page, 'Edit').click();
    await page.getByRole('form').getByLabel('Type').selectOption({ label: 'Save a note' });
    await button(page, 'Save and ask again').click();
    await machine.reaches(id, 'awaiting_approval');
    await button(page, 'Approve').click();
    await machine.reaches(id, 'completed');
  });

  test('can be saved and approved with one press, which approves what was saved', async () => {
    const { machine } = stage;
    const id = await machine.create({ title: 'Ring the school' });
    await machine.reaches(id, 'awaiting_approval');
    const page = await stage.visit(`/inbox?action=${id}`);
    await button(page, 'Edit').click();
    await page.getByLabel('Title').fill('Ring the school on Monday');
    await button(page, 'Save and approve').click();
    await page.getByText('Approved: Ring the school on Monday').waitFor();
    await machine.reaches(id, 'completed');
    expect((await machine.action(id)).version).toBe(2);
    expect(JSON.stringify((await machine.call('GET', '/items?kind=note')).data)).toContain('Ring the school on Monday');
  });

  test('whose details have to be worked out again is not approved unseen', async () => {
    const { machine } = stage;
    const payload = { prompt: 'dentist tomorrow at 3pm' };
    const id = await machine.create({ type: 'calendar', title: 'Dentist', payload });
    await machine.reaches(id, 'awaiting_approval');
    const page = await stage.visit(`/inbox?action=${id}`);
    await button(page, 'Edit').click();
    await page.getByLabel('Text').fill('dentist tomorrow at 5pm');
    await button(page, 'Save and approve').click();
    await page
      .getByText(/^(Saved\. The details are worked out again|Approved: Dentist)/)
      .first()
      .waitFor();
    await page.locator('.calendar-card', { hasText: '17:00' }).waitFor();
  });
});
