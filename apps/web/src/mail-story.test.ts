import { type OAuthServer, type StandIn, serveGmail, serveOAuth } from '@intexuraos/connectors/testing';
import { freePort } from '@intexuraos/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage } from './testing/describe-page.ts';
import { until } from './testing/until.ts';

const client = { clientId: 'engine', clientSecret: 'a-canary-client-secret-0123456789abcdef' };
const scopes = ['gmail.compose', 'gmail.readonly'].map((scope) => `https://www.googleapis.com/auth/${scope}`);

let port: number;
let gmail: StandIn;
let oauth: OAuthServer | null = null;
beforeAll(async () => {
  port = await freePort();
  gmail = await serveGmail();
});
afterAll(async () => {
  await gmail.close();
  await oauth?.close();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sent = () => gmail.ledger.filter(({ operation }) => operation === 'send_email');

describePage(
  'the story of a mail',
  (stage) => {
    beforeAll(async () => {
      const redirectUri = `${stage.machine.url}/auth/callback`;
      oauth = await serveOAuth({ ...client, port, redirectUri, scopes });
    });

    test('an account is connected, "email Ana the notes" is asked about, changed, approved, and in the mailbox once', async () => {
      const page = await stage.visit('/connections');
      await button(page, 'Connect Gmail').click();
      await button(page, 'Go to Gmail').click();
      await button(page, 'Allow').click();
      await page.locator('.card-named').getByText('Connected just now.').waitFor();
      await stage.machine.call('POST', '/me/address-book', { name: 'Ana', address: 'ana@example.com' });
      await stage.machine.reaches(await noteOf('The leak is behind the wall'), 'completed');

      await page.goto(`${stage.machine.url}/#/chat`);
      await page.getByRole('textbox', { name: 'Message' }).fill('email Ana the notes');
      await page.keyboard.press('Enter');
      await page.getByText('To: Ana <ana@example.com>').waitFor();
      await page.getByText('Subject: The leak is behind the wall').waitFor();
      expect(await stage.problemsOf(page)).toEqual([]);
      await stage.shoot(page, 'mail-asked-in-the-chat');

      await page.goto(`${stage.machine.url}/#/inbox`);
      await page.getByText('email Ana the notes').first().click();
      await button(page, 'Edit').click();
      await page.getByLabel('Subject').waitFor();
      await stage.shoot(page, 'mail-edit');
      await page.getByLabel('Subject').fill('The leak');
      await button(page, 'Save and ask again').click();
      await page.getByText('The leak is behind the wall').first().waitFor();
      await button(page, 'Approve').first().click();
      await until('the mail is sent', () => (sent().length > 0 ? true : null));
      expect(sent()).toHaveLength(1);
      expect(sent()[0]?.content).toMatch(/To: Ana <ana@example.com>[\s\S]*Subject: The leak\r\n/);
      expect(await stage.problemsOf(page)).toEqual([]);
      await stage.shoot(page, 'mail-sent');
    });

    async function noteOf(title: string): Promise<string> {
      const id = await stage.machine.create({ type: 'note', title, payload: {} });
      await stage.machine.reaches(id, 'awaiting_approval');
      await stage.machine.call('POST', `/actions/${id}/execute`, {});
      return id;
    }
  },
  () => ({
    INTEXURAOS_OPERATIONS_LOOPBACK: 'true',
    INTEXURAOS_GMAIL_API_URL: gmail.url,
    INTEXURAOS_OAUTH_GOOGLE_CLIENT_ID: client.clientId,
    INTEXURAOS_OAUTH_GOOGLE_CLIENT_SECRET: client.clientSecret,
    INTEXURAOS_OAUTH_GOOGLE_SERVER_URL: `http://127.0.0.1:${port}`,
  }),
);
