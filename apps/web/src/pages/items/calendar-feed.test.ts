import { test } from '@jest/globals';
import { describePage } from '../../testing/describe-page.ts';

describePage('the address of the calendar', (stage) => {
  test('can be closed after it could not be asked for: the page says so, and asks again', async () => {
    await stage.machine.call('POST', '/calendar/feed', {});
    const page = await stage.visit('/items');
    await page.route('**/calendar/feed', (route) => route.abort());
    await page.getByRole('link', { name: 'Calendar' }).click();
    const feed = page.locator('.calendar-feed');
    await feed.getByText('The server cannot be reached.').waitFor();
    await page.unrouteAll();
    await feed.getByRole('button', { name: 'Try again' }).click();
    await feed.getByRole('button', { name: 'Close the address' }).waitFor();
    await feed.getByText('The server cannot be reached.').waitFor({ state: 'detached' });
  });
});
