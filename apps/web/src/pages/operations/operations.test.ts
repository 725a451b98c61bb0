import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage, phone } from '../../testing/describe-page.ts';
import { delivers, refusesWith, type StandIn, startStandIn } from '../../testing/stand-in.ts';
import { until } from '../../testing/until.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name });
const card = (page: Page, name: string, text: string) => section(page, name).locator('.card', { hasText: text });

const message = (text: string) => ({
  type: 'whatsapp.message.send',
  userId: 'local-person',
  message: text,
  correlationId: 'test',
  messageKey: `test:${text.replaceAll(' ', '-')}`,
  timestamp: '2026-11-25T12:00:00.000Z',
});

let whatsapp: StandIn;
beforeAll(async () => {
  whatsapp = await startStandIn(delivers);
});
afterAll(() => whatsapp.close());

describePage(
  'the operations',
  (stage) => {
    /** A message that failed as often as it may. */
    const lose = async (text: string) => {
      whatsapp.answer = refusesWith(503, 131_016);
      await stage.machine.push('/internal/whatsapp/send-message', {
        subscription: 'whatsapp-send',
        event: message(text),
        deliveryAttempt: 10,
      });
      whatsapp.answer = delivers;
    };

    test('a dead letter is sent again, once, and arrives', async () => {
      await lose('the first report');
      const page = await stage.visit('/operations');
      const letter = card(page, 'Dead letters', 'failed 10 times');
      await letter.getByText('What was kept of it').click();
      await letter.getByRole('button', { name: 'Send again' }).dblclick();
      await page.getByText('Sent again: whatsapp.message.send').waitFor();
      await letter.getByText(/^Sent again by local-person/).waitFor();
      expect(await letter.getByRole('button', { name: 'Send again' }).count()).toBe(0);
      await until('the message to arrive', () =>
        whatsapp.asked.filter(({ body }) => body.includes('the first report')).length > 1 ? true : null,
      );
      expect(await stage.problemsOf(page)).toEqual([]);
      await stage.shoot(page, 'operations-redriven');
    });

    test('what cannot be read is refused with its reason, and dismissed after a question', async () => {
      const { machine } = stage;
      const event = { type: 'action.created' };
      await machine.push('/internal/actions/process', { subscription: 'actions-queue', event });
      const page = await stage.visit('/operations', phone);
      const letter = card(page, 'Dead letters', 'not a action.created');
      await letter.getByRole('button', { name: 'Send again' }).click();
      await letter.getByText('This message still is no action.created').waitFor();
      await letter.getByRole('button', { name: 'Dismiss' }).click();
      const question = page.getByRole('alertdialog', { name: 'Dismiss this message?' });
      await question.getByRole('button', { name: 'Dismiss' }).click();
      await letter.waitFor({ state: 'detached' });
    });

    test('an action whose question reached nobody is stuck, its message is undelivered, and its owner can open it', async () => {
      const { machine } = stage;
      whatsapp.answer = refusesWith(400, 131_026);
      const id = await machine.create({ title: 'Nobody hears this' });
      const page = await stage.visit('/operations');
      await until('the delivery to fail', async () => {
        await page.reload();
        await section(page, 'Stuck actions').locator('.card, .nothing-here').first().waitFor();
        return (await card(page, 'Stuck actions', 'The question reached nobody').count()) > 0 || null;
      });
      whatsapp.answer = delivers;
      await card(page, 'Messages that reached nobody', 'error 131026').getByText('A question').waitFor();
      await card(page, 'Stuck actions', 'The question reached nobody').getByRole('link').click();
      await page.getByText('The question could not be delivered in the chat (131026). Answer it here.').waitFor();
      await stage.shoot(page, 'action-undelivered');
      expect(await stage.problemsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
      await machine.reaches(id, 'completed');
    });

    test('figures are shown as charts, in words and as a table', async () => {
      const { machine } = stage;
      for (const [title, status] of Object.entries({ One: 'pending', Two: 'pending', Three: 'rejected' })) {
        const id = await machine.create({ title });
        await machine.reaches(id, 'awaiting_approval');
        await machine.call('PATCH', `/actions/${id}`, { status });
        await machine.reaches(id, status === 'rejected' ? 'rejected' : 'completed');
      }
      const page = await stage.visit('/operations');
      await page.getByRole('img', { name: /1 rejected, 0 failed\.$/ }).waitFor();
      await page.getByRole('img', { name: /From the question to the yes, per hour: half within/ }).waitFor();
      await page.getByText('The same as a table').click();
      const row = page.getByRole('row').nth(1);
      expect(await row.getByRole('cell').nth(2).textContent()).toBe('1');
      await page.getByRole('button', { name: '7 days' }).click();
      await page.getByRole('button', { name: '7 days', pressed: true }).waitFor();
      expect(await stage.problemsOf(page)).toEqual([]);
    });

    test('whoever is no operator is told so, and sees nothing else', async () => {
      const page = await stage.visit('/inbox');
      const error = { code: 'FORBIDDEN', message: 'You lack the right to do this', requestId: 'r-1' };
      await page.route('**/operations/*', (route) => route.fulfill({ status: 403, json: { success: false, error } }));
      await page.getByRole('link', { name: 'Operations' }).click();
      await page.getByText('This page is for operators').waitFor();
      expect(await page.getByRole('heading').allTextContents()).toEqual(['Operations']);
      expect(await stage.problemsOf(page)).toEqual([]);
    });

    test.each([
      ['desk', {}, 'light'],
      ['desk-dark', {}, 'dark'],
      ['phone', phone, 'light'],
      ['phone-dark', phone, 'dark'],
    ] as const)('axe finds nothing: %s', async (name, size, scheme) => {
      await lose(`a report ${name}`);
      const page = await stage.visit('/operations', { ...size, scheme });
      await card(page, 'Dead letters', 'failed 10 times').first().waitFor();
      await page.getByText('The same as a table').click();
      expect(await stage.problemsOf(page)).toEqual([]);
      await stage.shootWhole(page, `operations-${name}`);
    });
  },
  () => ({ INTEXURAOS_WHATSAPP_API_URL: whatsapp.url }),
);
