import { test } from '@jest/globals';
import { describePage } from '../testing/describe-page.ts';

describePage('what an action has made', (stage) => {
  test('shows up among the items also when the action itself could not be fetched', async () => {
    const { machine } = stage;
    const page = await stage.visit('/items/notes');
    await page.getByText('Nothing is kept here yet.').waitFor();
    await page.route('**/actions/batch', (route) => route.abort());
    const id = await machine.create({ type: 'note', title: 'Made unseen' });
    await machine.reaches(id, 'awaiting_approval');
    await machine.call('PATCH', `/actions/${id}`, { status: 'pending' });
    await machine.reaches(id, 'completed');
    await page.getByRole('link', { name: 'Made unseen' }).waitFor();
  });
});
