import { expect, test } from '@jest/globals';
import type { Route } from 'playwright-core';
import { describePage, phone } from '../../testing/describe-page.ts';

/** As the server answers to a token that it takes no more. */
const refuse = (route: Route) =>
  route.fulfill({ status: 401, json: { success: false, error: { code: 'UNAUTHORIZED', message: 'Sign in' } } });

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

  test('whose session ends keeps what was typed, and goes on after signing in in another tab', async () => {
    const page = await stage.visit('/chat');
    const field = page.getByRole('textbox').last();
    await field.fill('note: not to be lost');
    await page.route('**/users/me', refuse);
    await page.route('**/actions**', refuse);
    await page.route('**/simulator/**', refuse);
    await page.getByText('Your session has ended.').waitFor();
    expect(await field.inputValue()).toBe('note: not to be lost');
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'session-ended');
    await page.unrouteAll();
    const other = await page.context().newPage();
    await other.goto(stage.machine.signInUrl);
    await page.getByText('Your session has ended.').waitFor({ state: 'detached' });
    await field.press('Enter');
    await page.locator('.bubble', { hasText: 'not to be lost' }).first().waitFor();
  });

  test('signs out in all tabs', async () => {
    const page = await stage.visit('/settings');
    const other = await page.context().newPage();
    await other.goto(`${stage.machine.url}/#/inbox`);
    await other.getByRole('navigation', { name: 'Pages' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('npm start').waitFor();
    await other.getByText('npm start').waitFor();
  });

  test('at a provider that lets nobody in, or cannot be reached, is told so and can try again', async () => {
    const page = await stage.visit('/inbox', { isSignedIn: false });
    const signIn = { kind: 'oidc', issuer: stage.machine.url, clientId: 'web', scope: 'openid' };
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { apiBaseUrl: '', signIn, simulator: false } }),
    );
    await page.goto(`${stage.machine.url}/?error=access_denied&state=s1`);
    await page.getByText('You were not signed in.').waitFor();
    expect(page.url()).not.toContain('access_denied');
    expect(await stage.problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Where you sign in cannot be reached.').waitFor();
  });

  test('reads that nothing can begin while the server does not answer', async () => {
    const page = await stage.visit('/inbox', { isSignedIn: false });
    await page.getByText('npm start').waitFor();
    await page.route('**/config.json', (route) => route.abort());
    await page.reload();
    await page.getByText('this page cannot begin').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByText('npm start').waitFor();
  });

  test('is told that a link is not good any more', async () => {
    const page = await stage.visit('/sign-in?code=of-another-start', { isSignedIn: false });
    await page.getByText('That did not work.').waitFor();
    expect(page.url()).not.toContain('code=');
    expect(await stage.problemsOf(page)).toEqual([]);
    await stage.shoot(page, 'welcome-refused');
  });
});
