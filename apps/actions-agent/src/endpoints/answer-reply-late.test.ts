import { AppError } from '@intexuraos/kernel';
import { describe, expect, test } from '@jest/globals';
import { approvedTodo } from '../testing/approved.ts';
import { describeAgent } from '../testing/describe-agent.ts';
import { eventually } from '../testing/eventually.ts';
import { buttonOf, type TestPerson } from '../testing/person.ts';
import type { PhoneMessage } from '../testing/phone.ts';

const dayMs = 86_400_000;

describeAgent('an answer that comes too late, or to something else', (stage) => {
  const push = (event: object) => stage.agent.push('approval-replies', event);
  const effectsOf = (id: string) =>
    stage.agent.neighbours.effects().filter(({ idempotencyKey }) => idempotencyKey?.startsWith(id));
  const textsOf = (messages: readonly PhoneMessage[]) => messages.map(({ message }) => message);
  const linkTo = (id: string) => `https://app.intexuraos.test/#/inbox?action=${id}`;

  describe('D25: a reply to a version that was replaced', () => {
    async function edited() {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await anna.patch(`/actions/${action.id}`, { title: 'Buy beer' });
      await stage.agent.settle();
      return { anna, action, message };
    }

    test.each([
      ['a text', () => ({ replyText: 'yes' })],
      ['a reaction', () => ({ reaction: '👍' })],
      ['its button', (message: PhoneMessage) => ({ buttonId: buttonOf(message, 'Approve') })],
    ])('%s never approves: it changed, and here is the new one', async (_, said) => {
      const { anna, action, message } = await edited();
      const heard = await anna.says(said(message), message);
      const now = await anna.action(action.id);
      expect(now).toMatchObject({ status: 'awaiting_approval', approval: null, version: 2 });
      expect(textsOf(heard)).toEqual([
        `It changed; here is the new one.\nIt changed. Create a to-do? #${now.ask?.code}\nBuy milk → Buy beer\nDetails: please buy milk\nReply yes or no, or tap a button.`,
      ]);
      expect(heard[0]?.buttons).toHaveLength(2);
      expect(effectsOf(action.id)).toEqual([]);
    });

    test('the same holds where only the action is known, because word of the message has not come yet', async () => {
      stage.agent.phones.tellsSent = false;
      const { anna, action, message } = await edited();
      stage.agent.phones.tellsSent = true;
      await anna.says({ replyText: 'yes', actionId: action.id }, message);
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval', approval: null, version: 2 });
      expect(effectsOf(action.id)).toEqual([]);
    });

    test('a yes to the new question that it brought counts', async () => {
      const { anna, action, message } = await edited();
      const [shown] = await anna.says('yes', message);
      await anna.says('yes', shown);
      expect(effectsOf(action.id)).toMatchObject([{ body: { title: 'Buy beer' }, idempotencyKey: `${action.id}:v2` }]);
    });

    test('while the facts of the new one are worked out nothing is shown that a yes could quote', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked({ type: 'linear', title: 'Crash', payload: { prompt: 'crash' } });
      await anna.patch(`/actions/${action.id}`, { title: 'Crash at start' });
      await push(anna.reply({ replyText: 'yes' }, message));
      await push(anna.reply({ replyText: 'yes' }));
      await stage.agent.settle();
      const heard = anna.phone().slice(1);
      const told = heard.filter(({ messageKey }) => !messageKey.startsWith('ask:'));
      expect(new Set(textsOf(told))).toEqual(
        new Set(['It changed, and I am still working it out. I will ask you as soon as that is done.']),
      );
      for (const each of told) await anna.says('yes', each);
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval', approval: null, version: 2 });
      expect(effectsOf(action.id)).toEqual([]);
      await anna.says(
        'yes',
        heard.find(({ messageKey }) => messageKey.startsWith('ask:')),
      );
      expect(effectsOf(action.id)).toHaveLength(1);
    });

    test('a no to the old version rejects all the same: it is the safe direction', async () => {
      const { anna, action, message } = await edited();
      await anna.says('no', message);
      expect(await anna.action(action.id)).toMatchObject({ status: 'rejected' });
    });
  });

  describe('D27: yes and no within ten milliseconds', () => {
    const rounds = Array.from({ length: 12 }, (_, round) => round);
    test.each(rounds)('one wins and the other is told the truth (%d)', async (round) => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      const [yes, no] = [anna.reply({ replyText: 'yes' }, message), anna.reply({ replyText: 'no' }, message)];
      const pair = round % 2 === 0 ? [yes, no] : [no, yes];
      await Promise.all(pair.map((reply) => push(reply)));
      await stage.agent.settle();
      const { status } = await anna.action(action.id);
      const texts = textsOf(anna.phone()).slice(1).join('\n');
      expect(['completed', 'rejected']).toContain(status);
      expect(effectsOf(action.id)).toHaveLength(status === 'completed' ? 1 : 0);
      if (status === 'completed') {
        expect(texts).toMatch(/Done #/);
        expect(texts).toMatch(
          /It (is being done right now|was already done): Buy milk\. Your answer changed nothing\./,
        );
      } else {
        expect(texts).toMatch(/Rejected: Buy milk\. Nothing will be done\./);
        expect(texts).toMatch(
          /It was rejected: Buy milk\. Your answer changed nothing\.\nYou decided that in the chat, in words\./,
        );
      }
    });

    test('a no while it is being carried out is told that it is', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      const release = stage.agent.neighbours.holds('/internal/todos');
      const yes = push(anna.reply({ replyText: 'yes' }, message));
      await eventually(async () => (await anna.action(action.id)).status === 'processing');
      await push(anna.reply({ replyText: 'no' }, message));
      release();
      expect((await yes).status).toBe(204);
      await stage.agent.settle();
      expect(textsOf(anna.phone())).toContainEqual(
        expect.stringContaining('It is being done right now: Buy milk. Your answer changed nothing.'),
      );
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    });
  });

  describe('D28: a yes', () => {
    async function after(end: (anna: TestPerson, path: string) => Promise<unknown>) {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await end(anna, `/actions/${action.id}`);
      await stage.agent.settle();
      const effects = effectsOf(action.id).length;
      const heard = await anna.says('yes', message);
      expect(effectsOf(action.id)).toHaveLength(effects);
      return { anna, id: action.id, texts: textsOf(heard) };
    }

    test('after a reject is told that it was rejected', async () => {
      const { anna, id, texts } = await after((anna, path) => anna.patch(path, { status: 'rejected' }));
      expect(texts).toEqual([
        `It was rejected: Buy milk. Your answer changed nothing.\nYou decided that on the web.\n${linkTo(id)}`,
      ]);
      expect(await anna.action(id)).toMatchObject({ status: 'rejected' });
    });

    test('after it was archived is told so', async () => {
      const { id, texts } = await after((anna, path) => anna.patch(path, { status: 'archived' }));
      expect(texts).toEqual([
        `It was archived: Buy milk. Your answer changed nothing.\nYou decided that on the web.\n${linkTo(id)}`,
      ]);
    });

    test('after it was deleted is told so', async () => {
      const { id, texts } = await after((anna, path) => anna.delete(path));
      expect(texts).toEqual([
        `It was deleted: Buy milk. Your answer changed nothing.\nYou decided that on the web.\n${linkTo(id)}`,
      ]);
    });

    test('after it was carried out is told that it was already done', async () => {
      const { id, texts } = await after((anna, path) => anna.post(`${path}/execute`));
      expect(texts).toEqual([
        `It was already done: Buy milk. Your answer changed nothing.\nYou decided that on the web.\n${linkTo(id)}`,
      ]);
    });

    test('after it failed is told so', async () => {
      stage.agent.neighbours.plays('/internal/todos', () => ({ status: 'failed', message: 'no' }));
      const { id, texts } = await after((anna, path) => anna.post(`${path}/execute`));
      stage.agent.neighbours.plays('/internal/todos', () => ({
        status: 'completed',
        message: 'To-do created',
        resourceUrl: '/#/todos/t1',
      }));
      expect(texts).toEqual([
        `It was tried and failed: Buy milk. Your answer changed nothing.\nYou decided that on the web.\n${linkTo(id)}`,
      ]);
    });

    test('after it was approved on the web, and before it ran, is told that it was approved', async () => {
      const anna = stage.somebody();
      const { action, message } = await approvedTodo(stage, anna);
      await push(anna.reply({ replyText: 'yes' }, message));
      await stage.agent.settle();
      expect(textsOf(anna.phone())).toContainEqual(expect.stringContaining('It was approved already: Buy milk.'));
      await anna.post(`/actions/${action.id}/execute`);
      expect(effectsOf(action.id)).toHaveLength(1);
    });

    describe('after the question expired', () => {
      test.each(['swept', 'not swept yet'])(
        'does nothing, is told so, and asked anew about a copy (%s)',
        async (how) => {
          const anna = stage.somebody();
          const { action, message } = await anna.isAsked();
          await stage.agent.clock.advance(dayMs + 1_000);
          if (how === 'swept') await stage.agent.sweep();
          const heard = await anna.says('yes', message);
          expect(await anna.action(action.id)).toMatchObject({ status: 'archived', approval: null });
          expect(effectsOf(action.id)).toEqual([]);
          const texts = textsOf(heard);
          expect(texts).toContainEqual(
            expect.stringMatching(/^That question had expired, so nothing was done\. I am asking again\./),
          );
          const question = heard.find(({ messageKey }) => messageKey.startsWith('ask:'));
          expect(question?.message).toContain('Buy milk');
          await anna.says('yes', question);
          const [copy = ''] = question?.messageKey.split(':').slice(1) ?? [];
          expect(await anna.action(copy)).toMatchObject({
            status: 'completed',
            title: 'Buy milk',
            payload: { prompt: 'please buy milk' },
          });
        },
      );

      test('makes one copy, however often the same late yes comes', async () => {
        const anna = stage.somebody();
        const { message } = await anna.isAsked();
        await stage.agent.clock.advance(dayMs + 1_000);
        const late = anna.reply({ replyText: 'yes' }, message);
        await Promise.all([push(late), push(late), push(late)]);
        await stage.agent.settle();
        await push(late);
        await stage.agent.settle();
        expect(anna.phone().filter(({ messageKey }) => messageKey.startsWith('ask:'))).toHaveLength(2);
      });

      test('is approved if it was written in time and only arrived late', async () => {
        const anna = stage.somebody();
        const { action, message } = await anna.isAsked();
        const intime = anna.reply({ replyText: 'yes' }, message);
        await stage.agent.clock.advance(dayMs + 60_000);
        await push(intime);
        await stage.agent.settle();
        expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
      });

      test('of something that was asked about anew because it may have happened, it makes no copy: that could be a second one', async () => {
        const anna = stage.somebody();
        const { action } = await anna.isAsked({ type: 'note' });
        stage.agent.neighbours.plays('/internal/notes', () => {
          throw new AppError('INTERNAL_ERROR', 'it broke');
        });
        await anna.post(`/actions/${action.id}/execute`);
        for (let attempt = 2; attempt <= 5; attempt += 1) {
          await stage.agent.clock.advance(16 * 60_000);
          await stage.agent.sweep();
        }
        stage.agent.neighbours.plays('/internal/notes', () => ({ status: 'completed', message: 'Note saved' }));
        expect(await anna.action(action.id)).toMatchObject({ status: 'failed', outcome: 'unknown' });
        await anna.post(`/actions/${action.id}/retry`, { confirmMayDuplicate: true });
        await stage.agent.settle();
        const question = anna.phone(action.id).findLast(({ messageKey }) => messageKey.startsWith('ask:'));
        await stage.agent.clock.advance(dayMs + 1_000);
        const heard = await anna.says('yes', question);
        expect(await anna.action(action.id)).toMatchObject({ status: 'failed', outcome: 'unknown' });
        expect(heard.filter(({ messageKey }) => messageKey.startsWith('ask:'))).toEqual([]);
        expect(textsOf(heard)).toContainEqual(
          expect.stringContaining('It was tried and failed: Buy milk. Your answer changed nothing.'),
        );
      });
    });
  });

  describe('a no', () => {
    test('after it was carried out is told that it was already done', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await anna.post(`/actions/${action.id}/execute`);
      await stage.agent.settle();
      expect(textsOf(await anna.says('no', message))).toEqual([
        `It was already done: Buy milk. Your answer changed nothing.\nYou decided that on the web.\n${linkTo(action.id)}`,
      ]);
    });

    test('after the question expired changes nothing', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await stage.agent.clock.advance(dayMs + 1_000);
      await stage.agent.sweep();
      await anna.says('no', message);
      expect(await anna.action(action.id)).toMatchObject({ status: 'archived' });
    });
  });
});
