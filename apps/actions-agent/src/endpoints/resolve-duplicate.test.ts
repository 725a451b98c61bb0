import { AppError } from '@intexuraos/kernel';
import { expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';

describeAgent('POST /actions/:actionId/resolve-duplicate', (stage) => {
  const bookmarks = '/internal/bookmarks';
  const refresh = '/internal/bookmarks/:id/force-refresh';

  /** A link that the person has already. */
  async function duplicate() {
    const anna = stage.somebody();
    stage.agent.neighbours.plays(bookmarks, () => {
      throw new AppError('CONFLICT', 'You have this bookmark already', { details: { existingBookmarkId: 'b-9' } });
    });
    const { action } = await anna.isAsked({
      type: 'link',
      confidence: 0.5,
      title: 'An article',
      payload: { url: 'https://a.example.org/x' },
    });
    const { data } = await anna.post(`/actions/${action.id}/execute`);
    await stage.agent.settle();
    return { anna, path: `/actions/${action.id}`, id: action.id, data };
  }

  test('the person is told that they have it, and what they can do', async () => {
    const { anna, id, data } = await duplicate();
    expect(data).toMatchObject({ status: 'failed', errorCode: 'CONFLICT', existingBookmarkId: 'b-9' });
    expect(await anna.action(id)).toMatchObject({
      payload: { existingBookmarkId: 'b-9' },
      outcome: 'no_effect',
      can: expect.arrayContaining(['resolve-duplicate']),
    });
    expect(anna.phone(id).at(-1)?.message).toMatch(/^You have that already: An article\nSkip it or update it: https:/);
  });

  test('skip leaves what is there', async () => {
    const { anna, path, id } = await duplicate();
    const { status, data } = await anna.post(`${path}/resolve-duplicate`, { action: 'skip' });
    expect([status, data]).toEqual([200, { actionId: id, status: 'rejected' }]);
    expect((await anna.action(id)).can).toEqual(['archive', 'delete']);
  });

  test('update refreshes it first, and then the action is done', async () => {
    const { anna, path, id } = await duplicate();
    const { status, data } = await anna.post(`${path}/resolve-duplicate`, { action: 'update' });
    expect([status, data]).toEqual([200, { actionId: id, status: 'completed', resourceUrl: '/#/bookmarks/b-9' }]);
    expect(stage.agent.neighbours.received(refresh).at(-1)?.body).toEqual({ id: 'b-9' });
    await stage.agent.settle();
    expect(anna.phone(id).at(-1)?.message).toContain('Bookmark updated');
  });

  test('when the refresh fails it is 502, and the action is still failed and can be resolved', async () => {
    const { anna, path, id } = await duplicate();
    const before = await anna.action(id);
    stage.agent.neighbours.plays(refresh, () => {
      throw new AppError('UNAVAILABLE', 'the page cannot be read');
    });
    const { status, error } = await anna.post(`${path}/resolve-duplicate`, { action: 'update' });
    expect([status, error?.code, error?.message]).toEqual([
      502,
      'DOWNSTREAM_ERROR',
      'The bookmark could not be updated: the page cannot be read',
    ]);
    expect(await anna.action(id)).toEqual(before);
    stage.agent.neighbours.plays(refresh, () => ({ id: 'b-9', url: 'https://a.example.org/x', status: 'refreshed' }));
    expect((await anna.post(`${path}/resolve-duplicate`, { action: 'update' })).status).toBe(200);
  });

  test('twice is 409 the second time', async () => {
    const { anna, path } = await duplicate();
    await anna.post(`${path}/resolve-duplicate`, { action: 'skip' });
    for (const action of ['skip', 'update']) {
      const { status, error } = await anna.post(`${path}/resolve-duplicate`, { action });
      expect([status, error?.details]).toMatchObject([
        409,
        { status: 'rejected', version: 1, can: ['archive', 'delete'] },
      ]);
    }
  });

  test.each(['skip', 'update'])(
    '%s of what did not fail as a duplicate is 409, and the neighbour is not asked',
    async (action) => {
      const anna = stage.somebody();
      const { id } = await anna.creates();
      const calls = stage.agent.neighbours.received(refresh).length;
      const { status, error } = await anna.post(`/actions/${id}/resolve-duplicate`, { action });
      expect([status, error?.code]).toEqual([409, 'CONFLICT']);
      expect(stage.agent.neighbours.received(refresh)).toHaveLength(calls);
    },
  );

  test.each([{}, { action: 'keep' }, { action: null }, { action: 'skip', bookmarkId: 'b-1' }])(
    '%j is 422',
    async (body) => {
      const { anna, path } = await duplicate();
      expect((await anna.post(`${path}/resolve-duplicate`, body)).status).toBe(422);
    },
  );
});
