import { expect, test } from '@jest/globals';
import { describePage, phone } from '../../testing/describe-page.ts';

describePage('whoever is not signed in', (stage) => {
  test.each([
    ['desk', {}, 'light'],
    ['desk-dark', {}, 'dark'],
    ['phone', phone, 'light'],
    ['phone-dark', phone, 'dark'],
  ] as const)('reads how to sign in, and axe finds nothing: %s', async (name, size, scheme) => {
    const page = await stage.visit('/inbox', { ...size, scheme, isSignedIn: false });
    await page.getByText('npm start').waitFor();
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, `welcome-${name}`);
  });

  test('is told that a link is not good any more', async () => {
    const page = await stage.visit('/sign-in?code=of-another-start', { isSignedIn: false });
    await page.getByText('That did not work.').waitFor();
    expect(page.url()).not.toContain('code=');
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'welcome-refused');
  });
});
