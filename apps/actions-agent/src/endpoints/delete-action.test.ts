import { expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { eventually } from '../testing/eventually.ts';

describeAgent('DELETE /actions/:actionId', (stage) => {
  test('hides an action everywhere and keeps its document', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const { status, data } = await anna.delete(`/actions/${id}`);
    expect([status, data]).toEqual([200, {}]);
    const replies = [
      await anna.get(`/actions/${id}`),
      await anna.get(`/actions/${id}/events`),
      await anna.get(`/actions/${id}/preview`),
      await anna.patch(`/actions/${id}`, { status: 'pending' }),
      await anna.post(`/actions/${id}/execute`),
      await anna.post(`/actions/${id}/retry`),
      await anna.delete(`/actions/${id}`),
    ];
    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 404));
    expect((await anna.get('/actions')).data).toEqual({ actions: [], nextCursor: null });
    expect(JSON.parse(stage.agent.store.documents()[`actions/${id}`] ?? '')).toMatchObject({
      status: 'archived',
      deletedAt: stage.agent.clock.now(),
    });
  });

  test('what was asked about is not asked about any more, and a sweep leaves it alone', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked();
    await anna.delete(`/actions/${action.id}`);
    await stage.agent.clock.advance(48 * 3_600_000);
    const messages = anna.phone(action.id).length;
    await stage.agent.sweep();
    expect(anna.phone(action.id)).toHaveLength(messages);
  });

  test('what has ended can be deleted', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    await anna.post(`/actions/${id}/execute`);
    expect((await anna.delete(`/actions/${id}`)).status).toBe(200);
  });

  test('D42: while it is being carried out it is 409, and says so', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const release = stage.agent.neighbours.holds('/internal/todos');
    const execution = anna.post(`/actions/${id}/execute`);
    await stage.agent.clock.advance(1);
    await eventually(async () => (await anna.action(id)).status === 'processing');
    const { status, error } = await anna.delete(`/actions/${id}`);
    release();
    expect([status, error?.code, error?.details]).toMatchObject([
      409,
      'CONFLICT',
      { status: 'processing', version: 1, can: [] },
    ]);
    expect((await execution).data).toMatchObject({ status: 'completed' });
  });
});
