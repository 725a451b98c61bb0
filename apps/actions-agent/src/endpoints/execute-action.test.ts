import { AppError } from '@intexuraos/kernel';
import { describe, expect, test } from '@jest/globals';
import { approvedTodo } from '../testing/approved.ts';
import { describeAgent } from '../testing/describe-agent.ts';
import { eventually } from '../testing/eventually.ts';
import type { TestPerson } from '../testing/person.ts';

describeAgent('POST /actions/:actionId/execute', (stage) => {
  const todos = '/internal/todos';
  const effectsOf = (id: string) =>
    stage.agent.neighbours.effects().filter(({ idempotencyKey }) => idempotencyKey?.startsWith(id));
  const untilProcessing = (anna: TestPerson, id: string) =>
    eventually(async () => (await anna.action(id)).status === 'processing');

  test('approves, carries out, and answers how it ended', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const { status, data } = await anna.post(`/actions/${id}/execute`);
    expect([status, data]).toEqual([
      200,
      { actionId: id, status: 'completed', message: 'To-do created', resourceUrl: '/#/todos/t1' },
    ]);
    expect(await anna.action(id)).toMatchObject({
      approval: { by: anna.userId, channel: 'web', askId: null },
      attempts: 1,
    });
    expect(effectsOf(id)).toMatchObject([{ idempotencyKey: `${id}:v1`, epoch: '1' }]);
  });

  test('of what was asked about counts as the answer, and the phone hears of the end', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked();
    await anna.post(`/actions/${action.id}/execute`);
    await stage.agent.settle();
    expect(anna.phone(action.id).map(({ messageKey }) => messageKey.split(':')[0])).toEqual(['ask', 'report']);
  });

  test('of what is approved already carries it out', async () => {
    const anna = stage.somebody();
    const { id } = (await approvedTodo(stage, anna)).action;
    expect((await anna.post(`/actions/${id}/execute`)).data).toMatchObject({ status: 'completed' });
    await stage.agent.settle();
    expect(effectsOf(id)).toHaveLength(1);
  });

  test('a refusal of the target is 200 with what it said', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    stage.agent.neighbours.plays(todos, () => ({
      status: 'failed',
      message: 'the list is full',
      errorCode: 'LIST_FULL',
    }));
    const { status, data } = await anna.post(`/actions/${id}/execute`);
    stage.agent.neighbours.plays(todos, () => ({ status: 'completed', message: 'To-do created' }));
    expect([status, data]).toEqual([
      200,
      { actionId: id, status: 'failed', message: 'the list is full', errorCode: 'LIST_FULL' },
    ]);
    expect(await anna.action(id)).toMatchObject({
      outcome: 'no_effect',
      failure: { code: 'LIST_FULL', retryable: false },
      can: expect.arrayContaining(['retry', 'edit']),
    });
  });

  test('a target that cannot do it now is tried again later, by the sweep, with the same key', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    stage.agent.neighbours.plays(todos, () => {
      throw new AppError('UNAVAILABLE', 'not now');
    });
    const { status, data, headers } = await anna.post(`/actions/${id}/execute`);
    expect([status, headers['location']]).toEqual([200, undefined]);
    expect(data).toMatchObject({ status: 'pending', errorCode: 'UNAVAILABLE' });
    stage.agent.neighbours.plays(todos, () => ({ status: 'completed', message: 'To-do created' }));
    await stage.agent.sweep();
    expect(await anna.action(id)).toMatchObject({ status: 'pending', attempts: 1 });
    await stage.agent.clock.advance(20_000);
    await stage.agent.sweep();
    expect(await anna.action(id)).toMatchObject({ status: 'completed', attempts: 2 });
    expect(
      stage.agent.neighbours
        .received(todos)
        .filter(({ idempotencyKey }) => idempotencyKey === `${id}:v1`)
        .map(({ epoch }) => epoch),
    ).toEqual(['1', '2']);
  });

  test('after 25 seconds it answers 202 and where to look, and the run goes on', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const release = stage.agent.neighbours.holds(todos);
    const execution = anna.post(`/actions/${id}/execute`);
    await untilProcessing(anna, id);
    await stage.agent.clock.advance(25_000);
    const { status, headers, data } = await execution;
    expect([status, headers['location'], data]).toEqual([
      202,
      `/actions/${id}`,
      { actionId: id, status: 'processing' },
    ]);
    release();
    await eventually(async () => (await anna.action(id)).status !== 'processing');
    expect(await anna.action(id)).toMatchObject({ status: 'completed' });
  });

  test('a run that takes longer than two seconds is confirmed on the phone before it ends', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked();
    const release = stage.agent.neighbours.holds(todos);
    const execution = anna.post(`/actions/${action.id}/execute`);
    await untilProcessing(anna, action.id);
    await stage.agent.clock.advance(2_000);
    release();
    await execution;
    await stage.agent.settle();
    expect(anna.phone(action.id).map(({ message }) => message.split(':')[0])).toEqual([
      expect.stringContaining('Create a to-do?'),
      'Approved',
      expect.stringContaining('Done'),
    ]);
  });

  describe('D43:', () => {
    test('twice at once runs once: one waits for the end, the other is told where to look', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates();
      const release = stage.agent.neighbours.holds(todos);
      const first = anna.post(`/actions/${id}/execute`);
      await untilProcessing(anna, id);
      const { status, headers, data } = await anna.post(`/actions/${id}/execute`);
      release();
      expect([status, headers['location'], data]).toEqual([
        202,
        `/actions/${id}`,
        { actionId: id, status: 'processing' },
      ]);
      expect((await first).data).toMatchObject({ status: 'completed' });
      expect(
        stage.agent.neighbours.received(todos).filter(({ idempotencyKey }) => idempotencyKey === `${id}:v1`),
      ).toHaveLength(1);
    });

    test.each(['unasked', 'asked'])('twenty in the same moment run once (%s)', async (how) => {
      const anna = stage.somebody();
      const { id } = how === 'asked' ? (await anna.isAsked()).action : await anna.creates();
      const replies = await Promise.all(Array.from({ length: 20 }, () => anna.post(`/actions/${id}/execute`)));
      const statuses = replies.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => ![200, 202, 409].includes(status))).toEqual([]);
      expect(
        stage.agent.neighbours.received(todos).filter(({ idempotencyKey }) => idempotencyKey === `${id}:v1`),
      ).toHaveLength(1);
      expect(await anna.action(id)).toMatchObject({ attempts: 1, status: 'completed' });
    });

    test('of what was rejected, archived, carried out or has failed it is 409', async () => {
      const anna = stage.somebody();
      const paths = (
        await Promise.all([
          anna.creates(),
          anna.creates(),
          anna.creates(),
          anna.creates({ type: 'link', confidence: 0.1, title: 'x', payload: {} }),
        ])
      ).map(({ id }) => `/actions/${id}`);
      const [rejected = '', archived = '', completed = '', failed = ''] = paths;
      await anna.patch(rejected, { status: 'rejected' });
      await anna.patch(archived, { status: 'archived' });
      await anna.post(`${completed}/execute`);
      await anna.post(`${failed}/execute`);
      const replies = await Promise.all(paths.map((path) => anna.post(`${path}/execute`)));
      expect(replies.map(({ status, error }) => [status, error?.code, error?.details])).toMatchObject([
        [409, 'CONFLICT', { status: 'rejected', version: 1, can: ['archive', 'delete'] }],
        [409, 'CONFLICT', { status: 'archived', version: 1, can: ['delete'] }],
        [409, 'CONFLICT', { status: 'completed', version: 1, can: ['archive', 'delete'] }],
        [409, 'CONFLICT', { status: 'failed', version: 1, can: ['edit', 'retry', 'archive', 'delete'] }],
      ]);
    });
  });

  describe('D41:', () => {
    test('of an edited action it needs the ETag: 428 without, 412 with an older one, 200 with the present one', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates();
      const { headers } = await anna.patch(`/actions/${id}`, { title: 'second' });
      const execute = (value?: string) =>
        anna.post(`/actions/${id}/execute`, {}, value === undefined ? {} : { 'if-match': value });
      const statuses = [await execute(), await execute('"1"'), await execute(String(headers['etag']))].map(
        ({ status }) => status,
      );
      expect(statuses).toEqual([428, 412, 200]);
      expect(effectsOf(id)).toMatchObject([{ idempotencyKey: `${id}:v2`, body: { title: 'second' } }]);
    });
  });

  test('what its type cannot do yet is 409', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates({ type: 'shopping' });
    const { status, error } = await anna.post(`/actions/${id}/execute`);
    expect([status, error?.message]).toEqual([409, 'This cannot be done: nothing can carry out the type "shopping".']);
  });
});
