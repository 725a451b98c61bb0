import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { describeAgent } from '../testing/describe-agent.ts';
import type { Reply } from '../testing/http-call.ts';
import type { TestPerson } from '../testing/person.ts';
import { putDocument, seedDocument } from '../testing/seed-documents.ts';
import { ActionView } from './action-view.ts';

const Page = z.object({ actions: z.array(ActionView), nextCursor: z.string().nullable() });
const titlesIn = ({ data }: Reply) => Page.parse(data).actions.map(({ title }) => title);

describeAgent('GET /actions', (stage) => {
  /** One action each millisecond, so that their order is known. */
  async function inOrder(person: TestPerson, ...many: readonly object[]): Promise<void> {
    for (const fields of many) {
      await person.creates(fields);
      await stage.agent.clock.advance(1);
    }
  }
  const named = (...titles: readonly string[]) => titles.map((title) => ({ title }));

  test('lists the person’s own actions, newest first', async () => {
    const [anna, boris] = [stage.somebody(), stage.somebody()];
    await inOrder(anna, ...named('one', 'two'));
    await inOrder(boris, ...named('three'));
    expect(titlesIn(await anna.get('/actions'))).toEqual(['two', 'one']);
    expect(titlesIn(await boris.get('/actions'))).toEqual(['three']);
  });

  test('says for each what its owner can do with it', async () => {
    const anna = stage.somebody();
    await anna.creates();
    const { actions } = Page.parse((await anna.get('/actions')).data);
    expect(actions.map(({ can }) => can)).toEqual([['approve', 'reject', 'edit', 'archive', 'delete', 'execute']]);
  });

  test('pages meet every action once, also when new ones come in between', async () => {
    const anna = stage.somebody();
    await inOrder(anna, ...named(...Array.from({ length: 7 }, (_, at) => `a${at}`)));
    const titles: string[] = [];
    let query = '?limit=3';
    for (let page = 0; page < 3; page += 1) {
      const { actions, nextCursor } = Page.parse((await anna.get(`/actions${query}`)).data);
      titles.push(...actions.map(({ title }) => title));
      await inOrder(anna, ...named(`new${page}`));
      query = `?limit=3&cursor=${nextCursor}`;
      expect(nextCursor === null).toBe(page === 2);
    }
    expect(titles).toEqual(['a6', 'a5', 'a4', 'a3', 'a2', 'a1', 'a0']);
  });

  test('deleted actions are not there, and do not make pages shorter', async () => {
    const anna = stage.somebody();
    await inOrder(anna, ...named('a', 'b', 'c', 'd', 'e', 'f'));
    const { actions } = Page.parse((await anna.get('/actions')).data);
    for (const { id, title } of actions) if ('bcde'.includes(title)) await anna.delete(`/actions/${id}`);
    expect(titlesIn(await anna.get('/actions?limit=2'))).toEqual(['f', 'a']);
    expect(titlesIn(await anna.get('/actions?limit=1'))).toEqual(['f']);
  });

  test('actions that the first version of the system stored are there, and a cursor passes over them', async () => {
    const anna = stage.somebody();
    await inOrder(anna, ...named('new'));
    for (const [id, day] of [
      ['one', '03'],
      ['two', '04'],
    ]) {
      const stored = seedDocument({
        id: `${id}-${anna.userId.split('|')[1]}`,
        userId: anna.userId,
        title: `old ${id}`,
        createdAt: `2026-02-${day}T10:00:00.000Z`,
      });
      await putDocument(stage.agent.store, ['actions'], stored.id, stored);
    }
    expect(titlesIn(await anna.get('/actions'))).toEqual(['new', 'old two', 'old one']);
    expect(titlesIn(await anna.get('/actions?status=pending&type=todo'))).toEqual(['new', 'old two', 'old one']);
    const { nextCursor } = Page.parse((await anna.get('/actions?limit=2')).data);
    expect(titlesIn(await anna.get(`/actions?limit=2&cursor=${nextCursor}`))).toEqual(['old one']);
  });

  describe('filters:', () => {
    async function three() {
      const anna = stage.somebody();
      await inOrder(anna, { title: 'todo' }, { title: 'note', type: 'note', origin: { kind: 'session', id: 's:1' } });
      const since = new Date(stage.agent.clock.now()).toISOString();
      await inOrder(anna, { title: 'link', type: 'link', confidence: 0.5 });
      const { actions } = Page.parse((await anna.get('/actions')).data);
      await anna.patch(`/actions/${actions.find(({ title }) => title === 'todo')?.id}`, { status: 'rejected' });
      return { anna, since };
    }
    test.each([
      ['status=rejected', ['todo']],
      ['status=pending', ['link', 'note']],
      ['status=pending,rejected', ['link', 'note', 'todo']],
      ['type=note', ['note']],
      ['type=note,%20link', ['link', 'note']],
      ['status=pending&type=todo,link', ['link']],
      ['origin=session:s:1', ['note']],
      ['origin=session:s:1&status=rejected', []],
      ['origin=session:s:2', []],
      ['status=completed', []],
    ])('%s', async (query, titles) => {
      const { anna } = await three();
      expect(titlesIn(await anna.get(`/actions?${query}`))).toEqual(titles);
    });
    test('since', async () => {
      const { anna, since } = await three();
      expect(titlesIn(await anna.get(`/actions?since=${since}`))).toEqual(['link']);
      expect(titlesIn(await anna.get(`/actions?since=${encodeURIComponent('2026-12-01T09:00:00.000+01:00')}`))).toEqual(
        ['link', 'note', 'todo'],
      );
    });
  });

  describe('answers 422 to', () => {
    test.each([
      ['status=done', 'status'],
      ['status=', 'status'],
      ['status=pending,unknown', 'status'],
      ['type=shopping', 'type'],
      ['origin=s:1', 'origin'],
      ['origin=session:', 'origin'],
      ['since=yesterday', 'since'],
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['limit=ten', 'limit'],
      ['cursor=', 'cursor'],
      ['userId=boris', 'userId'],
      ['q=milk', 'q'],
    ])('%s', async (query, path) => {
      const { status, error } = await stage.somebody().get(`/actions?${query}`);
      expect([status, error?.code, JSON.stringify(error?.details)]).toEqual([
        422,
        'VALIDATION_FAILED',
        expect.stringContaining(`"${path}`),
      ]);
    });
    test('a cursor that is made up, or of another list', async () => {
      const [anna, boris] = [stage.somebody(), stage.somebody()];
      await inOrder(anna, ...named('one', 'two'));
      const { nextCursor } = Page.parse((await anna.get('/actions?limit=1')).data);
      const statuses = [
        await anna.get('/actions?cursor=bWFkZSB1cA'),
        await anna.get(`/actions?status=pending&cursor=${nextCursor}`),
        await boris.get(`/actions?cursor=${nextCursor}`),
        await anna.get(`/actions?cursor=${nextCursor}`),
      ].map(({ status }) => status);
      expect(statuses).toEqual([422, 422, 422, 200]);
    });
  });

  test('a limit of 100 is the most', async () => {
    expect((await stage.somebody().get('/actions?limit=100')).status).toBe(200);
  });
});
