import { AppError } from '@intexuraos/kernel';
import { describe, expect, test } from '@jest/globals';
import { approvedTodo } from '../testing/approved.ts';
import { describeAgent } from '../testing/describe-agent.ts';
import { eventually } from '../testing/eventually.ts';
import type { TestPerson } from '../testing/person.ts';

const etag = (rev: number) => ({ 'if-match': `"${rev}"` });

describeAgent('PATCH /actions/:actionId', (stage) => {
  const pathOf = ({ id }: { readonly id: string }) => `/actions/${id}`;
  const made = async (fields = {}): Promise<readonly [TestPerson, string]> => {
    const anna = stage.somebody();
    return [anna, pathOf(await anna.creates(fields))];
  };
  const asked = async (fields = {}) => {
    const anna = stage.somebody();
    const { action, message } = await anna.isAsked(fields);
    return { anna, action, message, path: pathOf(action) };
  };

  describe('a decision:', () => {
    test.each(['pending', 'processing'])('%s means approve, and the action is carried out', async (status) => {
      const { anna, action, path } = await asked();
      const reply = await anna.patch(path, { status });
      expect(reply.status).toBe(200);
      expect(reply.data).toMatchObject({
        action: { approval: { by: anna.userId, channel: 'web', version: 1, contentHash: action.contentHash } },
      });
      await stage.agent.settle();
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed', outcome: 'effect', attempts: 1 });
      expect(anna.phone(action.id).at(-1)?.message).toMatch(/^Done/);
    });

    test('before anybody was asked it counts as well, and nobody is asked afterwards', async () => {
      const [anna, path] = await made();
      await anna.patch(path, { status: 'pending' });
      await stage.agent.settle();
      expect(anna.phone().map(({ messageKey }) => messageKey.split(':')[0])).not.toContain('ask');
      expect((await anna.get(path)).data).toMatchObject({ action: { status: 'completed' } });
    });

    test.each(['rejected', 'archived'])('%s ends it, and nothing is done', async (status) => {
      const { anna, action, path } = await asked();
      const reply = await anna.patch(path, { status });
      expect([reply.status, reply.data]).toEqual([200, { action: expect.objectContaining({ status }) }]);
      await stage.agent.settle();
      expect(
        stage.agent.neighbours.effects().filter(({ idempotencyKey }) => idempotencyKey?.startsWith(action.id)),
      ).toEqual([]);
      expect((await anna.post(`${path}/execute`)).status).toBe(409);
    });

    test('a rejection is confirmed on the phone', async () => {
      const { anna, path, action } = await asked();
      await anna.patch(path, { status: 'rejected' });
      await stage.agent.settle();
      expect(anna.phone(action.id).at(-1)?.message).toBe('Rejected: Buy milk. Nothing will be done.');
    });

    test('an edit shows what was asked before it, worded the same way', async () => {
      const { anna, action, path } = await asked({ payload: { priority: 'high' } });
      await anna.patch(path, { payload: { priority: 'low' } });
      expect((await anna.action(action.id)).previous).toMatchObject({
        title: action.title,
        facts: [{ label: 'Priority', value: 'high' }],
      });
    });

    test('an edit that does not fit the type is refused field by field, and changes nothing', async () => {
      const { anna, action, path } = await asked();
      const payload = { dueDate: 'soon', priority: 'huge', tags: ['home'] };
      const reply = await anna.patch(path, { payload });
      expect(reply.status).toBe(422);
      expect(reply.error).toMatchObject({
        code: 'VALIDATION_FAILED',
        details: [{ path: 'payload.priority' }, { path: 'payload.dueDate' }],
      });
      expect((await anna.action(action.id)).version).toBe(1);
    });

    test('an approval gives back the ETag of what is there now', async () => {
      const [anna, path] = await made();
      const { headers, data } = await anna.patch(path, { status: 'pending' });
      expect(data).toMatchObject({ action: { rev: Number(String(headers['etag']).replaceAll('"', '')) } });
    });

    test.each(['pending', 'rejected', 'archived'])(
      '%s of what has ended is 409 with the current status and what can be done',
      async (status) => {
        const [anna, path] = await made();
        await anna.patch(path, { status: 'rejected' });
        const reply = await anna.patch(path, { status });
        if (status === 'archived') return expect(reply.status).toBe(200);
        expect([reply.status, reply.error]).toEqual([
          409,
          expect.objectContaining({
            code: 'CONFLICT',
            message: expect.stringContaining('You decided that on the web.'),
            details: {
              status: 'rejected',
              version: 1,
              can: ['archive', 'delete'],
              decision: { event: 'reject', by: anna.userId, channel: 'web', at: expect.any(String) },
            },
          }),
        ]);
      },
    );
  });

  describe('an edit:', () => {
    test('is a new version, which is asked about again', async () => {
      const { anna, action, path } = await asked();
      const { status, data } = await anna.patch(path, { title: 'Buy oat milk' });
      expect([status, data]).toEqual([
        200,
        {
          action: expect.objectContaining({
            title: 'Buy oat milk',
            version: 2,
            status: 'awaiting_approval',
            approval: null,
          }),
        },
      ]);
      await stage.agent.settle();
      const questions = anna.phone(action.id);
      expect(questions.map(({ message }) => message.split('\n')[1])).toEqual(['Buy milk', 'Buy milk → Buy oat milk']);
      expect(questions[1]?.message).toContain('It changed.');
      expect((await anna.action(action.id)).contentHash).not.toBe(action.contentHash);
    });

    test('takes an approval back: what was approved is something else', async () => {
      const anna = stage.somebody();
      const { action } = await approvedTodo(stage, anna);
      const path = `/actions/${action.id}`;
      expect(action).toMatchObject({ status: 'pending', approval: { channel: 'web' } });
      expect((await anna.patch(path, { title: 'Buy beer' })).data).toMatchObject({
        action: { status: 'awaiting_approval', approval: null, version: 2 },
      });
      await stage.agent.settle();
      expect((await anna.get(path)).data).toMatchObject({ action: { status: 'awaiting_approval' } });
    });

    test('replaces the payload as a whole', async () => {
      const [anna, path] = await made({ payload: { prompt: 'a', tags: ['x'] } });
      expect((await anna.patch(path, { payload: { prompt: 'b' } })).data).toMatchObject({
        action: { payload: { prompt: 'b' } },
      });
    });

    test('of the type is kept as training data and sent to commands-agent', async () => {
      const [anna, path] = await made();
      await anna.patch(path, { type: 'note' });
      const kept = Object.entries(stage.agent.store.documents()).filter(
        ([key, text]) => key.startsWith('actions_transitions/') && text.includes(anna.userId),
      );
      expect(kept.map(([, text]): unknown => JSON.parse(text))).toEqual([
        {
          id: expect.any(String),
          actionId: path.split('/')[2],
          fromType: 'todo',
          toType: 'note',
          userId: anna.userId,
          timestamp: expect.any(String),
        },
      ]);
      const sent = stage.agent.neighbours
        .received('/internal/commands')
        .filter(({ body }) => JSON.stringify(body).includes(anna.userId));
      expect(sent).toMatchObject([
        {
          body: {
            sourceType: 'correction',
            text: 'the words of the command',
            correction: { fromType: 'todo', toType: 'note' },
          },
        },
      ]);
    });

    test('is not lost when commands-agent does not take the example', async () => {
      const [anna, path] = await made();
      stage.agent.neighbours.plays('/internal/commands', () => {
        throw new AppError('INTERNAL_ERROR', 'broken');
      });
      expect((await anna.patch(path, { type: 'note' })).status).toBe(200);
    });

    test('that changes no type leaves no training data', async () => {
      const [anna, path] = await made();
      await anna.patch(path, { title: 'x', type: 'todo' });
      expect(
        Object.entries(stage.agent.store.documents()).filter(
          ([key, text]) => key.startsWith('actions_transitions/') && text.includes(anna.userId),
        ),
      ).toEqual([]);
    });

    test('with the ETag of what is there counts, with an older one it is 412 and nothing changes', async () => {
      const [anna, path] = await made();
      expect((await anna.patch(path, { title: 'second' }, etag(1))).status).toBe(200);
      const stale = await anna.patch(path, { title: 'third' }, etag(1));
      expect([stale.status, stale.error?.code]).toEqual([412, 'PRECONDITION_FAILED']);
      expect((await anna.get(path)).data).toMatchObject({ action: { title: 'second', version: 2 } });
    });

    test('of two at once with one ETag, one wins', async () => {
      const [anna, path] = await made();
      const replies = await Promise.all(['a', 'b', 'c', 'd'].map((title) => anna.patch(path, { title }, etag(1))));
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
      expect((await anna.get(path)).data).toMatchObject({ action: { version: 2 } });
    });

    test('of what has failed without an effect is asked about again', async () => {
      const [anna, path] = await made({ type: 'link', confidence: 0.5, payload: { prompt: 'no address' } });
      expect((await anna.post(`${path}/execute`)).data).toMatchObject({
        status: 'failed',
        errorCode: 'NO_URL',
        message: 'No URL found',
      });
      expect((await anna.patch(path, { payload: { url: 'https://a.example.org/' } })).data).toMatchObject({
        action: { status: 'awaiting_approval', version: 2, failure: null },
      });
    });
  });

  describe('D40:', () => {
    test.each([
      ['a status that is no decision', { status: 'completed' }],
      ['awaiting_approval', { status: 'awaiting_approval' }],
      ['a status of null', { status: null }],
      ['a list of statuses', { status: ['rejected'] }],
      ['an unknown field', { priority: 1 }],
      ['a userId', { userId: 'boris', title: 'x' }],
      ['an approval', { approval: null }],
      ['an empty object', {}],
      ['no body', undefined],
      ['a list', []],
      ['an unknown type', { type: 'shopping' }],
      ['a payload that is a list', { payload: [] }],
      ['a title of null', { title: null }],
      ['a decision together with an edit', { status: 'pending', title: 'x' }],
    ])('%s is 422 and changes nothing', async (_, body) => {
      const [anna, path] = await made();
      const before = stage.agent.store.documents();
      const { status, error } = await anna.patch(path, body);
      expect([status, error?.code]).toEqual([422, 'VALIDATION_FAILED']);
      expect(stage.agent.store.changedSince(before)).toEqual([]);
    });
    test.each([
      '{"__proto__":{"status":"completed"}}',
      '{"title":"x","__proto__":{}}',
      '{"payload":{"__proto__":{}}}',
      '{"payload":{"constructor":{"prototype":{}}}}',
    ])('%s is 422', async (text) => {
      const [anna, path] = await made();
      expect((await anna.patch(path, text)).status).toBe(422);
    });
  });

  describe('D41:', () => {
    test('an approval without If-Match counts while the version is 1', async () => {
      const [anna, path] = await made();
      expect((await anna.patch(path, { status: 'pending' })).status).toBe(200);
    });

    test('without If-Match at a later version it is 428', async () => {
      const [anna, path] = await made();
      await anna.patch(path, { title: 'second' });
      for (const headers of [{}, { 'if-match': '*' }]) {
        const { status, error } = await anna.patch(path, { status: 'pending' }, headers);
        expect([status, error?.code]).toEqual([428, 'PRECONDITION_REQUIRED']);
      }
    });

    test('with the ETag of an older version it is 412, with that of the present one it counts', async () => {
      const [anna, path] = await made();
      const { headers } = await anna.patch(path, { title: 'second' });
      const stale = await anna.patch(path, { status: 'pending' }, etag(1));
      expect([stale.status, stale.error?.code]).toEqual([412, 'PRECONDITION_FAILED']);
      expect((await anna.patch(path, { status: 'pending' }, { 'if-match': String(headers['etag']) })).status).toBe(200);
    });

    test('marks and delivery statuses since the page was loaded are not in the way', async () => {
      const { anna, action, message, path } = await asked();
      await anna.patch(path, { title: 'second' });
      await stage.agent.settle();
      const seen = await anna.action(action.id);
      const [, question] = anna.phone(action.id);
      await stage.agent.phones.tell(question ?? message, { status: 'delivered' });
      await stage.agent.phones.tell(question ?? message, { status: 'read' });
      await stage.agent.settle();
      expect((await anna.action(action.id)).rev).toBeGreaterThan(seen.rev);
      expect((await anna.patch(path, { status: 'pending' }, etag(seen.rev))).status).toBe(200);
    });

    test('facts that were worked out since the page was loaded are: the person has not seen them', async () => {
      const [anna, path] = await made({ type: 'calendar', title: 'Dentist' });
      await stage.agent.settle();
      expect((await anna.patch(path, { status: 'pending' }, etag(1))).status).toBe(412);
    });

    test.each(['"7"x', '"a"', '7, 8', '"-1"', '"1e1"', ''])('If-Match: %s names no state', async (value) => {
      const [anna, path] = await made();
      expect((await anna.patch(path, { status: 'pending' }, { 'if-match': value })).status).toBe(412);
    });

    test('a state that is not there yet is 412', async () => {
      const [anna, path] = await made();
      expect((await anna.patch(path, { status: 'pending' }, etag(99))).status).toBe(412);
    });

    test.each(['rejected', 'archived'])(
      '%s needs no If-Match, and a stale one is not in its way: it is the safe direction',
      async (status) => {
        for (const headers of [{}, etag(1)]) {
          const [anna, path] = await made();
          await anna.patch(path, { title: 'second' });
          expect((await anna.patch(path, { status }, headers)).status).toBe(200);
        }
      },
    );
  });

  describe('D42:', () => {
    test('the type cannot be changed once it is being carried out, nor afterwards', async () => {
      const [anna, path] = await made();
      const release = stage.agent.neighbours.holds('/internal/todos');
      const execution = anna.post(`${path}/execute`);
      await eventually(async () => (await anna.action(path.split('/')[2] ?? '')).status === 'processing');
      const during = await anna.patch(path, { type: 'note' });
      release();
      await execution;
      const after = await anna.patch(path, { type: 'note' });
      const decision = { event: 'approve', by: anna.userId, channel: 'web', at: expect.any(String) };
      expect([during, after].map(({ status, error }) => [status, error?.details])).toEqual([
        [409, { status: 'processing', version: 1, can: [], decision }],
        [409, { status: 'completed', version: 1, can: ['archive', 'delete'], decision }],
      ]);
    });

    test('nor while it may have happened and nobody knows', async () => {
      const [anna, path] = await made();
      stage.agent.neighbours.plays('/internal/todos', () => {
        throw new AppError('INTERNAL_ERROR', 'it broke');
      });
      await anna.post(`${path}/execute`);
      expect((await anna.get(path)).data).toMatchObject({
        action: { status: 'pending', outcome: 'unknown', attempts: 1 },
      });
      const { status, error } = await anna.patch(path, { type: 'note' });
      stage.agent.neighbours.plays('/internal/todos', () => ({
        status: 'completed',
        message: 'To-do created',
        resourceUrl: '/#/todos/t1',
      }));
      expect([status, error?.code]).toEqual([409, 'CONFLICT']);
    });
  });
});
