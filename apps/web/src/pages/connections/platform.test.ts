import { type OAuthServer, serveOAuth } from '@intexuraos/connectors/testing';
import { freePort } from '@intexuraos/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage } from '../../testing/describe-page.ts';
import { type StandIn, startStandIn } from '../../testing/stand-in.ts';

const client = { clientId: 'engine', clientSecret: 'a-canary-client-secret-0123456789abcdef' };
const posted = () => ({ status: 200, body: { ok: true, channel: 'C1', ts: '1503435956.000247' } });

let port: number;
let slack: StandIn;
let oauth: OAuthServer | null = null;
beforeAll(async () => {
  port = await freePort();
  slack = await startStandIn(posted);
});
afterAll(async () => {
  await slack.close();
  await oauth?.close();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describePage(
  'an account on a platform',
  (stage) => {
    beforeAll(async () => {
      const redirectUri = `${stage.machine.url}/auth/callback`;
      oauth = await serveOAuth({ ...client, port, redirectUri, scopes: ['chat:write'] });
    });

    const depart = async (page: Page, answer: 'Allow' | 'Deny') => {
      await button(page, 'Connect Slack').click();
      await page.getByText('to post and change messages as the app').waitFor();
      await button(page, 'Go to Slack').click();
      await button(page, answer).click();
    };

    test('a no on its page connects nothing, says so, and leads back', async () => {
      const page = await stage.visit('/connections');
      await depart(page, 'Deny');
      await page.getByRole('heading', { name: 'Not connected' }).waitFor();
      expect(page.url()).not.toContain('state');
      await page.getByRole('link', { name: 'Back to your connections' }).click();
      await page.getByText('Nothing is connected yet.').waitFor();
    });

    test('a yes on its page connects it, with what it may, and brings the person back', async () => {
      const page = await stage.visit('/connections');
      await depart(page, 'Allow');
      const card = page.locator('.card-named');
      await card.getByText('Connected just now.').waitFor();
      await card.getByText('to post and change messages as the app').waitFor();
      expect(page.url()).toMatch(/#\/connections\?connected=[\w-]+$/);
      expect(await stage.problemsOf(page)).toEqual([]);
      await stage.shoot(page, 'connections-came-back');
    });

    const post = async (text: string) => {
      const page = await stage.visit('/catalogue/slack/post_message');
      const form = page.getByRole('form', { name: 'What it is given' });
      await form.getByLabel('Channel').fill('C1');
      await form.getByLabel('Text').fill(text);
      await form.getByRole('button', { name: 'Do it now' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Do it now' }).dblclick();
      return page;
    };

    test('with it an operation is done, once', async () => {
      const page = await post('Lunch is at noon');
      await page.getByText('Done.', { exact: true }).waitFor();
      expect(slack.asked.filter(({ body }) => body.includes('Lunch is at noon'))).toHaveLength(1);
      await stage.shoot(page, 'catalogue-done');
    });

    test('an end that nobody knows is told as one, with what to do, and stands in the list', async () => {
      slack.answer = () => ({ status: 500, body: 'an error after who knows what' });
      const page = await post('Dinner is at eight');
      await page.getByText('Nobody knows whether it happened.').waitFor();
      expect(slack.asked.filter(({ body }) => body.includes('Dinner'))).toHaveLength(1);
      slack.answer = posted;
      await page.getByRole('link', { name: 'All operations' }).click();
      await page.getByText('Nobody knows how these ended').waitFor();
      await page.getByText('unknown', { exact: true }).waitFor();
      expect(await stage.problemsOf(page)).toEqual([]);
      await stage.shoot(page, 'catalogue-unknown');
    });
  },
  () => ({
    INTEXURAOS_OAUTH_SLACK_CLIENT_ID: client.clientId,
    INTEXURAOS_OAUTH_SLACK_CLIENT_SECRET: client.clientSecret,
    INTEXURAOS_OAUTH_SLACK_SERVER_URL: `http://127.0.0.1:${port}`,
    INTEXURAOS_SLACK_API_URL: slack.url,
    INTEXURAOS_OPERATIONS_LOOPBACK: 'true',
  }),
);
