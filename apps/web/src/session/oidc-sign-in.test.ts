import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage } from '../testing/describe-page.ts';
import { Session } from './session.ts';

describePage('signing in at a provider', (stage) => {
  /** A page whose provider is where the machine is, at its sign-in page; gives back the state that was sent along. */
  async function atProvider(page: Page): Promise<string> {
    const { url } = stage.machine;
    const signIn = { kind: 'oidc', issuer: url, clientId: 'web', scope: 'openid' };
    const discovered = { issuer: url, authorization_endpoint: `${url}/authorize`, token_endpoint: `${url}/token` };
    await page.route('**/config.json', (route) =>
      route.fulfill({ json: { apiBaseUrl: '', signIn, simulator: false } }),
    );
    await page.route('**/.well-known/openid-configuration', (route) => route.fulfill({ json: discovered }));
    await page.route('**/authorize?*', (route) => route.fulfill({ contentType: 'text/html', body: 'Who are you?' }));
    await page.route('**/token', (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }));
    await page.reload();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Who are you?').waitFor();
    return new URL(page.url()).searchParams.get('state') ?? '';
  }

  test.each([
    ['refuses the person', 'error=access_denied', 'The provider did not let you in.'],
    ['gives no token for its code', 'code=used-before', 'Signing in could not be finished.'],
  ])('that %s is told, and leads back to where they were', async (_, answer, told) => {
    const page = await stage.visit('/settings', { isSignedIn: false });
    const state = await atProvider(page);
    await page.goto(`${stage.machine.url}/?${answer}&state=${state}`);
    await page.getByText(told).waitFor();
    expect(page.url()).toBe(`${stage.machine.url}/#/settings`);
    expect(await stage.problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Who are you?').waitFor();
  });

  test('leads whoever is let in back to where they were', async () => {
    const page = await stage.visit('/settings');
    const stored = await page.evaluate(() => localStorage.getItem('intexuraos.session'));
    const { token } = Session.parse(JSON.parse(stored ?? ''));
    await page.evaluate(() => localStorage.clear());
    const state = await atProvider(page);
    const tokens = { access_token: token, id_token: token, token_type: 'Bearer', expires_in: 600 };
    await page.route('**/token', (route) => route.fulfill({ json: tokens }));
    await page.goto(`${stage.machine.url}/?code=good&state=${state}`);
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(page.url()).toBe(`${stage.machine.url}/#/settings`);
  });
});
