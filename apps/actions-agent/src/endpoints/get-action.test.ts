import { expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { putDocument, seedDocument } from '../testing/seed-documents.ts';

describeAgent('GET /actions/:actionId', (stage) => {
  test('shows one action, with its ETag', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const { status, headers, data } = await anna.get(`/actions/${id}`);
    expect([status, headers['etag'], headers['cache-control']]).toEqual([200, '"1"', 'no-store']);
    expect(data).toMatchObject({ action: { id, userId: anna.userId, title: 'Buy milk', status: 'pending' } });
  });

  test('words it as the question does, each fact on its line, without characters that mislead', async () => {
    const anna = stage.somebody();
    const payload = { prompt: 'please buy\nmilk \u202eand bread', priority: 'high' };
    const { id } = await anna.creates({ title: 'Buy\u200b milk', payload });
    expect((await anna.action(id)).wording).toEqual({
      verb: 'Create a to-do',
      title: 'Buy milk',
      facts: [
        { label: 'Priority', value: 'high' },
        { label: 'Details', value: 'please buy\nmilk and bread' },
      ],
      previous: null,
      problem: null,
    });
  });

  test('shows what came of it within the payload, where the first version of the system has it', async () => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked();
    await anna.says('yes', message);
    expect((await anna.action(action.id)).payload).toEqual({
      prompt: 'please buy milk',
      message: 'To-do created',
      resourceUrl: '/#/todos/t1',
    });
  });

  test('an action that the first version of the system stored can be read, and goes through its whole life', async () => {
    const anna = stage.somebody();
    const id = `seed-${anna.userId.split('|')[1]}`;
    await putDocument(stage.agent.store, ['actions'], id, seedDocument({ id, userId: anna.userId }));
    expect(await anna.action(id)).toMatchObject({
      title: 'Water the plants',
      version: 1,
      approval: null,
      ask: null,
      prepared: null,
      can: expect.arrayContaining(['approve', 'execute']),
    });
    const event = {
      type: 'action.created',
      actionId: id,
      userId: anna.userId,
      commandId: 'c',
      actionType: 'todo',
      title: '',
      payload: { prompt: '', confidence: 1 },
      timestamp: '2026-02-03T10:00:00Z',
    };
    expect((await stage.agent.push('actions-queue', event)).status).toBe(204);
    await stage.agent.settle();
    const [question] = anna.phone(id);
    expect(question?.message).toContain('Water the plants');
    await anna.says('yes', question);
    expect(await anna.action(id)).toMatchObject({ status: 'completed', outcome: 'effect' });
  });

  test('one that waited for an answer in the first version can be approved on the web', async () => {
    const anna = stage.somebody();
    const id = `seed2-${anna.userId.split('|')[1]}`;
    await putDocument(
      stage.agent.store,
      ['actions'],
      id,
      seedDocument({ id, userId: anna.userId, status: 'awaiting_approval' }),
    );
    expect((await anna.post(`/actions/${id}/execute`)).data).toMatchObject({ status: 'completed' });
  });

  test.each(['..', 'a%2Fb', 'a%00b', '__secret__', 'x'.repeat(129)])('an id like %s is none', async (id) => {
    expect([404, 422]).toContain((await stage.somebody().get(`/actions/${id}`)).status);
  });
});
