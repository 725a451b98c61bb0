import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage, phone } from '../../testing/describe-page.ts';
import { type Given, type StandIn, startStandIn } from '../../testing/stand-in.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const noted: Given = {
  status: 201,
  body: { success: true, data: { status: 'completed', message: 'Note created', resourceUrl: '/#/notes/n-1' } },
};
const nonsense: Given = { status: 200, body: '<html>' };

const bookmarked: Given = {
  status: 409,
  body: {
    success: false,
    error: { code: 'CONFLICT', message: 'You have it already', details: { existingBookmarkId: 'b-1' } },
  },
};
const refreshed: Given = {
  status: 200,
  body: { success: true, data: { id: 'b-1', url: 'https://example.com/', status: 'refreshed' } },
};

let notes: StandIn;
let bookmarks: StandIn;
beforeAll(async () => {
  notes = await startStandIn(() => noted);
  bookmarks = await startStandIn(({ path }) => (path.endsWith('/force-refresh') ? refreshed : bookmarked));
});
afterAll(() => Promise.all([notes.close(), bookmarks.close()]));

describePage(
  'an action that went wrong',
  (stage) => {
    const approved = async (wish: object) => {
      const id = await stage.machine.create(wish);
      await stage.machine.reaches(id, 'awaiting_approval');
      await stage.machine.call('PATCH', `/actions/${id}`, { status: 'pending' });
      await stage.machine.reaches(id, 'failed');
      return id;
    };

    test('of which nobody knows what it did is tried again only by whoever accepts that', async () => {
      notes.answer = () => nonsense;
      const id = await approved({ title: 'Call the plumber' });
      notes.answer = () => noted;
      const page = await stage.visit(`/inbox?action=${id}`, phone);
      await page.getByText('It may or may not have happened.').waitFor();
      expect(await stage.problemsOf(page)).toEqual([]);
      await stage.shoot(page, 'action-unknown-phone');
      await button(page, 'Ask again').click();
      const question = page.getByRole('alertdialog', { name: 'It may have happened already' });
      await question.getByRole('button', { name: 'Cancel' }).click();
      expect((await stage.machine.action(id)).status).toBe('failed');
      await button(page, 'Ask again').click();
      await question.getByRole('button', { name: 'Ask again all the same' }).click();
      await button(page, 'Approve').click();
      await stage.machine.reaches(id, 'completed');
      await page.getByText('Note created').waitFor();
      expect(notes.asked.map(({ key }) => key)).toEqual([`${id}:v1`, `${id}:v1`]);
    });

    test('because the bookmark is there already is skipped', async () => {
      const id = await approved({ type: 'link', title: 'A page', payload: { url: 'https://example.com/' } });
      const page = await stage.visit(`/inbox?action=${id}`);
      await page.getByText('You have this bookmark already.').waitFor();
      expect(await stage.problemsOf(page)).toEqual([]);
      await stage.shoot(page, 'action-duplicate');
      await button(page, 'Skip it').click();
      await page.getByText('Skipped: A page').waitFor();
      await stage.machine.reaches(id, 'rejected');
      expect(bookmarks.asked.some(({ path }) => path.endsWith('/force-refresh'))).toBe(false);
    });

    test('because the bookmark is there already updates the old one, or says why not', async () => {
      const id = await approved({ type: 'link', title: 'The same page', payload: { url: 'https://example.com/' } });
      const page = await stage.visit(`/inbox?action=${id}`);
      const { answer } = bookmarks;
      bookmarks.answer = () => ({
        status: 404,
        body: { success: false, error: { code: 'NOT_FOUND', message: 'gone' } },
      });
      await button(page, 'Update the old one').click();
      await page.getByRole('alert').waitFor();
      expect((await stage.machine.action(id)).status).toBe('failed');
      bookmarks.answer = answer;
      await button(page, 'Update the old one').click();
      await page.getByText('Updated: The same page').waitFor();
      await stage.machine.reaches(id, 'completed');
      await page.getByText('Bookmark updated', { exact: true }).waitFor();
      expect(
        bookmarks.asked.filter(({ path }) => path === '/internal/bookmarks/b-1/force-refresh').length,
      ).toBeGreaterThan(1);
    });
  },
  () => ({ INTEXURAOS_NOTES_AGENT_URL: notes.url, INTEXURAOS_BOOKMARKS_AGENT_URL: bookmarks.url }),
);
