import { actionCreated } from '@intexuraos/contracts';
import { describe, expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { ActionView } from './action-view.ts';

describeAgent('POST /internal/actions', (stage) => {
  const create = (body: object, headers = {}) => stage.agent.internally('POST', '/internal/actions', body, headers);
  const request = (fields = {}) => ({
    userId: stage.somebody().userId,
    commandId: 'whatsapp:1',
    type: 'todo',
    title: 'Buy milk',
    confidence: 0.8,
    ...fields,
  });

  test('makes an action that is pending, and says that somebody should look at it', async () => {
    const body = request({ payload: { prompt: 'buy milk', summary: 'milk' } });
    const { status, headers, data } = await create(body);
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    const action = ActionView.parse(data);
    expect(action).toMatchObject({
      ...body,
      status: 'pending',
      version: 1,
      rev: 1,
      approval: null,
      ask: null,
      outcome: 'none',
    });
    expect(action.origin).toEqual({ kind: 'command', id: 'whatsapp:1' });
    const told = stage.agent.bus.of(actionCreated).filter(({ actionId }) => actionId === action.id);
    expect(told).toMatchObject([
      { userId: body.userId, version: 1, payload: { prompt: 'buy milk', confidence: 0.8, summary: 'milk' } },
    ]);
  });

  test('keeps who wants to learn the outcome', async () => {
    const origin = { kind: 'workflow', id: 'run-7' };
    expect((await create(request({ origin }))).data).toMatchObject({ origin });
    expect((await create(request({ origin: { kind: 'stranger', id: 'x' } }))).status).toBe(422);
  });

  test('a command may make several actions, told apart by their ordinal', async () => {
    const body = request();
    const ids = [await create(body), await create({ ...body, ordinal: 1, title: 'Buy eggs' })].map(
      ({ data }) => ActionView.parse(data).id,
    );
    expect(new Set(ids).size).toBe(2);
  });

  test('the same command of two people makes two actions', async () => {
    const ids = [await create(request()), await create(request())].map(({ data }) => ActionView.parse(data).id);
    expect(new Set(ids).size).toBe(2);
  });

  test('when the bus is down the action is made all the same, and a sweep tells of it', async () => {
    const { agent } = stage;
    agent.bus.isDown = true;
    const body = request();
    const { status, data } = await create(body);
    agent.bus.isDown = false;
    expect(status).toBe(201);
    await agent.settle();
    expect(agent.phones.messages.filter(({ userId }) => userId === body.userId)).toEqual([]);
    await agent.clock.advance(16_000);
    await agent.sweep();
    expect(
      agent.phones.messages.filter(({ messageKey }) => messageKey.includes(ActionView.parse(data).id)),
    ).toHaveLength(1);
  });

  describe('D44:', () => {
    test('the same request again is the same action, whatever it has become', async () => {
      const anna = stage.somebody();
      const body = request({ userId: anna.userId });
      const first = await create(body);
      await stage.agent.settle();
      const again = await create(body);
      expect([first.status, again.status]).toEqual([201, 200]);
      expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([undefined, 'true']);
      expect(again.data).toMatchObject({ id: ActionView.parse(first.data).id, status: 'awaiting_approval' });
      expect(anna.phone()).toHaveLength(1);
    });

    test.each([
      ['command id and ordinal', {}],
      ['Idempotency-Key', { 'idempotency-key': 'k-1' }],
    ])('the same %s with another body is 422, and the first action stays as it is', async (_, headers) => {
      const body = request();
      const first = ActionView.parse((await create(body, headers)).data);
      const other = await create({ ...body, title: 'Buy beer' }, headers);
      expect([other.status, other.error?.code]).toEqual([422, 'VALIDATION_FAILED']);
      expect((await create(body, headers)).data).toMatchObject({ id: first.id, title: 'Buy milk' });
    });

    test('an Idempotency-Key stands above the command id, and is a person’s own', async () => {
      const body = request();
      const key = { 'idempotency-key': 'k-2' };
      const ids = [await create(body, key), await create(body), await create(request(), key)].map(
        ({ data }) => ActionView.parse(data).id,
      );
      expect(new Set(ids).size).toBe(3);
    });

    test.each([
      ['of 255 characters is taken', 'k'.repeat(255), 201],
      ['of 256 characters is 400', 'k'.repeat(256), 400],
      ['that is empty is 400', '', 400],
    ])('a key %s', async (_, key, status) => {
      expect((await create(request(), { 'idempotency-key': key })).status).toBe(status);
    });

    test('ten at once make one action: one is told 201, all others get the same action', async () => {
      const body = request();
      const replies = await Promise.all(Array.from({ length: 10 }, () => create(body, { 'idempotency-key': 'k-3' })));
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
        ...Array.from({ length: 9 }, () => 200),
        201,
      ]);
      expect(new Set(replies.map(({ data }) => ActionView.parse(data).id)).size).toBe(1);
    });
  });

  describe('D45:', () => {
    test.each(['null', '"0.95"', '-0.1', '1.1', '1e309', '-1e309', 'true', '[]'])(
      'a confidence of %s is 422',
      async (confidence) => {
        const text = JSON.stringify(request()).replace('"confidence":0.8', `"confidence":${confidence}`);
        const { status, error } = await stage.agent.internally('POST', '/internal/actions', text);
        expect([status, error?.code, error?.details]).toEqual([
          422,
          'VALIDATION_FAILED',
          [expect.objectContaining({ path: 'confidence' })],
        ]);
      },
    );
    test('a confidence of NaN is no JSON', async () => {
      const text = JSON.stringify(request()).replace('"confidence":0.8', '"confidence":NaN');
      expect((await stage.agent.internally('POST', '/internal/actions', text)).status).toBe(400);
    });
    test.each([0, 1])('a confidence of %d is one', async (confidence) => {
      expect((await create(request({ confidence }))).status).toBe(201);
    });
  });

  describe('D47:', () => {
    test.each([
      ['with NUL', 'Buy\u0000milk'],
      ['with half of a character', 'Buy \ud800 milk'],
      ['of 10,000 characters', 'x'.repeat(10_000)],
      ['of 1,001 characters', 'x'.repeat(1_001)],
      ['that is empty', ''],
    ])('a title %s is 422', async (_, title) => {
      const { status, error } = await create(request({ title }));
      expect([status, error?.details]).toEqual([422, [expect.objectContaining({ path: 'title' })]]);
    });

    test.each([
      ['NUL', 'Buy\u0000milk'],
      ['half of a character', 'Buy \ud800 milk'],
    ])('%s anywhere in the payload is 422', async (_, words) => {
      for (const payload of [{ prompt: words }, { deep: [{ in: words }] }, { [words]: 1 }]) {
        const { status, error } = await create(request({ payload }));
        expect([status, error?.code]).toEqual([422, 'VALIDATION_FAILED']);
      }
    });

    test('a title of 1,000 characters counts characters, not bytes', async () => {
      expect((await create(request({ title: '🥛'.repeat(1_000) }))).status).toBe(201);
    });

    test('characters that mislead are not shown, and what looks like HTML is text', async () => {
      const title = '<script>alert(1)</script> \u202eklim\u202c \u200byuB';
      const { action, message } = await stage.somebody().isAsked({ title });
      expect(action.title).toBe(title);
      expect(message.message.split('\n')[1]).toBe('<script>alert(1)</script> klim yuB');
    });
  });

  describe('refuses', () => {
    test.each([
      ['a type that is no name', { type: 'To Do' }, 'type'],
      ['a person’s id that is none', { userId: 'anna/../boris' }, 'userId'],
      ['a command id with spaces', { commandId: 'a b' }, 'commandId'],
      ['a negative ordinal', { ordinal: -1 }, 'ordinal'],
      ['a payload that is a list', { payload: [] }, 'payload'],
      ['a status', { status: 'completed' }, 'status'],
      ['an approval', { approval: { by: 'policy' } }, 'approval'],
    ])('%s', async (_, fields, path) => {
      const { status, error } = await create(request(fields));
      expect([status, error?.details]).toEqual([422, [expect.objectContaining({ path })]]);
    });
  });
});
