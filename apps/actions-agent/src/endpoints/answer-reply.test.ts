import { commandIngest } from '@intexuraos/contracts';
import { describe, expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { buttonOf } from '../testing/person.ts';

describeAgent('POST /internal/actions/approval-reply', (stage) => {
  const push = (event: object) => stage.agent.push('approval-replies', event);
  const effectsOf = (id: string) =>
    stage.agent.neighbours.effects().filter(({ idempotencyKey }) => idempotencyKey?.startsWith(id));
  const firstWords = (messages: readonly { readonly message: string }[]) =>
    messages.map(({ message }) => message.split('\n')[0]);
  const warnings = (since: number) =>
    stage.agent.log.entries.slice(since).filter(({ level, facts }) => level === 'warn' && facts['security'] === true);

  describe('a plain answer', () => {
    test.each([
      ['yes', { replyText: 'Yes!' }, 'whatsapp-text'],
      ['ok do it', { replyText: 'ok, do it' }, 'whatsapp-text'],
      ['tak (Polish)', { replyText: 'tak' }, 'whatsapp-text'],
      ['a thumb of any colour', { reaction: '👍🏽' }, 'whatsapp-reaction'],
      ['a check mark', { reaction: '✅' }, 'whatsapp-reaction'],
    ])('%s carries it out, and the person hears how it ended', async (_, said, channel) => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      const heard = await anna.says(said, message);
      expect(heard.map(({ message: text }) => text)).toEqual([
        `Done #${action.ask?.code}: Buy milk\nTo-do created\nhttps://app.intexuraos.test/#/todos/t1`,
      ]);
      expect(await anna.action(action.id)).toMatchObject({
        status: 'completed',
        approval: { by: anna.userId, channel, version: 1, askId: action.ask?.id, contentHash: action.contentHash },
      });
      expect(effectsOf(action.id)).toHaveLength(1);
    });

    test.each([
      ['no', { replyText: 'No.' }],
      ['nie (Polish)', { replyText: 'nie' }],
      ['a thumb down', { reaction: '👎' }],
    ])('%s rejects it, and nothing is done', async (_, said) => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      const heard = await anna.says(said, message);
      expect(heard.map(({ message: text }) => text)).toEqual(['Rejected: Buy milk. Nothing will be done.']);
      expect(await anna.action(action.id)).toMatchObject({
        status: 'rejected',
        payload: { reason: 'the person said no' },
      });
      expect(effectsOf(action.id)).toEqual([]);
    });

    test('a reaction that is taken back says nothing', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      expect(await anna.says({ reaction: '' }, message)).toEqual([]);
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval', ask: { clarifications: 0 } });
    });

    test('quoting a clarification counts as well as quoting the question', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      const [clarification] = await anna.says('hmm', message);
      await anna.says('yes', clarification);
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    });

    test('to the word that nothing can carry it out yet brings that word again, and nothing is approved', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates({ type: 'shopping', title: 'Bread' });
      await stage.agent.settle();
      const [notice] = anna.phone(id);
      const heard = await anna.says({ replyText: 'yes', actionId: id }, notice);
      expect(heard.map(({ message }) => message)).toEqual([notice?.message]);
      expect(await anna.action(id)).toMatchObject({ status: 'pending', approval: null });
    });

    test('the action alone says what is meant while nothing has been edited', async () => {
      const anna = stage.somebody();
      const { action } = await anna.isAsked();
      await anna.says({ replyText: 'yes', actionId: action.id });
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    });
  });

  describe('an answer that quotes nothing', () => {
    test('is about the one open question', async () => {
      const anna = stage.somebody();
      const { action } = await anna.isAsked();
      await anna.says('yes');
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    });

    test.each(['no, do not approve', 'nein, nicht freigeben', "don't say yes", "no, please don't approve this one"])(
      '"%s" rejects what the one question is about, and is nothing new',
      async (text) => {
        const anna = stage.somebody();
        const { action } = await anna.isAsked();
        expect(firstWords(await anna.says(text))).toEqual(['Rejected: Buy milk. Nothing will be done.']);
        expect(await anna.action(action.id)).toMatchObject({ status: 'rejected', approval: null });
        expect(stage.agent.bus.of(commandIngest).filter(({ userId }) => userId === anna.userId)).toEqual([]);
      },
    );

    test('when nothing is open, is told so, and changes nothing', async () => {
      const anna = stage.somebody();
      expect((await anna.says('yes')).map(({ message }) => message)).toEqual([
        'There is no open question that this could answer. Nothing was changed.',
      ]);
    });

    test.each(['with', 'without'])(
      'that decides nothing is something new, and passed on (%s an open question)',
      async (how) => {
        const anna = stage.somebody();
        if (how === 'with') await anna.isAsked();
        const text = 'book a table for two on friday';
        expect(await anna.says({ replyText: text, inboundWamid: `wamid.new.${anna.userId}` })).toEqual([]);
        expect(stage.agent.bus.of(commandIngest).filter(({ userId }) => userId === anna.userId)).toEqual([
          {
            type: 'command.ingest',
            userId: anna.userId,
            sourceType: 'whatsapp',
            externalId: `wamid.new.${anna.userId}`,
            text,
            timestamp: expect.any(String),
          },
        ]);
      },
    );

    test('and was written before the question left, does not count', async () => {
      const anna = stage.somebody();
      const { action } = await anna.isAsked();
      const early = new Date(stage.agent.clock.now() - 6_000).toISOString();
      await anna.says({ replyText: 'yes', timestamp: early });
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval' });
    });

    test('counts within the five seconds by which the clocks may differ', async () => {
      const anna = stage.somebody();
      const { action } = await anna.isAsked();
      const early = new Date(stage.agent.clock.now() - 4_000).toISOString();
      await anna.says({ replyText: 'yes', timestamp: early });
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    });

    test('to a question of which nobody knows that it left is answered with the question', async () => {
      const anna = stage.somebody();
      stage.agent.phones.tellsSent = false;
      const { action } = await anna.isAsked();
      const heard = await anna.says('yes');
      stage.agent.phones.tellsSent = true;
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval' });
      expect(heard).toMatchObject([{ buttons: [{ title: 'Approve' }, { title: 'Reject' }] }]);
      expect(firstWords(heard)).toEqual([expect.stringContaining('Create a to-do?')]);
    });
  });

  describe('D23: somebody else’s question', () => {
    test.each(['yes', 'no', 'hmm'])(
      'answered with "%s" quoting it: nothing changes, nothing is revealed, it is logged',
      async (text) => {
        const [anna, boris] = [stage.somebody(), stage.somebody()];
        const { action, message } = await anna.isAsked();
        const [before, logged] = [stage.agent.store.documents(), stage.agent.log.entries.length];
        for (const event of [
          boris.reply({ replyText: text }, message),
          boris.reply({ replyText: text, actionId: action.id }),
        ]) {
          expect((await push(event)).status).toBe(204);
        }
        await stage.agent.settle();
        expect(stage.agent.store.changedSince(before)).toEqual([]);
        expect(boris.phone()).toEqual([]);
        expect(warnings(logged).map(({ facts }) => facts['userId'])).toEqual([boris.userId, boris.userId]);
      },
    );
  });

  describe('D24: references that disagree', () => {
    test('change nothing and raise an alert', async () => {
      const anna = stage.somebody();
      const [one, two] = [await anna.isAsked(), await anna.isAsked()];
      const [before, logged] = [stage.agent.store.documents(), stage.agent.log.entries.length];
      const replies = [
        anna.reply({ replyText: 'yes', actionId: two.action.id }, one.message),
        anna.reply({ buttonId: buttonOf(one.message, 'Approve'), actionId: two.action.id }),
        anna.reply({ buttonId: buttonOf(one.message, 'Approve') }, two.message),
      ];
      for (const reply of replies) expect((await push(reply)).status).toBe(204);
      await stage.agent.settle();
      expect(stage.agent.store.changedSince(before)).toEqual([]);
      expect(warnings(logged).map(({ facts }) => facts['alert'])).toEqual(replies.map(() => 'reply_disagreement'));
    });
  });

  describe('D26: several open questions', () => {
    test('a yes that quotes none is answered with the list, and with each question and its buttons', async () => {
      const anna = stage.somebody();
      const asked = [await anna.isAsked({ title: 'one' }), await anna.isAsked({ title: 'two' })];
      const heard = await anna.says('yes');
      const [list, ...questions] = heard;
      const lines = asked.map(({ action }) => `. #${action.ask?.code} Create a to-do: ${action.title}`);
      const [first, ...rest] = list?.message.split('\n') ?? [];
      expect(first).toBe('Which one do you mean?');
      expect(rest.slice(0, 2).map((line) => line.slice(1))).toEqual(expect.arrayContaining(lines));
      expect(rest.slice(2)).toEqual([
        'Quote a question, tap its button, or reply for example "approve 1, reject 2" or "1 edit: title ...".',
      ]);
      expect(questions.map(({ buttons }) => buttons?.length)).toEqual([2, 2]);
      for (const { action } of asked)
        expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval' });
    });

    test('a button of such a repeated question counts', async () => {
      const anna = stage.somebody();
      const [one] = [await anna.isAsked({ title: 'one' }), await anna.isAsked({ title: 'two' })];
      const repeated = (await anna.says('ok')).find(({ messageKey }) => messageKey.includes(one.action.id));
      if (repeated === undefined) throw new Error('the first question was not repeated');
      await anna.says({ buttonId: buttonOf(repeated, 'Approve') }, repeated);
      expect(await anna.action(one.action.id)).toMatchObject({ status: 'completed' });
    });

    test.each(['no', 'no, do not approve', 'nein, nicht freigeben'])(
      'a no that quotes none ("%s") is asked about as well',
      async (text) => {
        const anna = stage.somebody();
        const asked = [await anna.isAsked(), await anna.isAsked()];
        expect(firstWords(await anna.says(text))[0]).toMatch(/^Which one/);
        for (const { action } of asked)
          expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval' });
      },
    );

    test('quoting one of them means that one', async () => {
      const anna = stage.somebody();
      const [one, two] = [await anna.isAsked(), await anna.isAsked()];
      await anna.says('yes', one.message);
      expect(await anna.action(one.action.id)).toMatchObject({ status: 'completed' });
      expect(await anna.action(two.action.id)).toMatchObject({ status: 'awaiting_approval' });
    });
  });

  describe('D33: a button', () => {
    test('counts for the person and the question it was made for', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await anna.says({ buttonId: buttonOf(message, 'Approve'), replyText: 'Approve' }, message);
      expect(await anna.action(action.id)).toMatchObject({
        status: 'completed',
        approval: { channel: 'whatsapp-button' },
      });
    });

    test('that says no is a no, whatever its text', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await anna.says({ buttonId: buttonOf(message, 'Reject'), replyText: 'yes' }, message);
      expect(await anna.action(action.id)).toMatchObject({ status: 'rejected' });
    });

    test.each([
      ['one character changed', (id: string) => `${id.slice(0, -2)}${id.at(-2) === 'A' ? 'B' : 'A'}${id.at(-1)}`],
      ['reject turned into approve', (id: string) => id.replace('.n.', '.y.')],
      ['another version', (id: string) => id.replace('.1.y.', '.2.y.').replace('.1.n.', '.2.n.')],
      ['no signature', (id: string) => id.slice(0, id.lastIndexOf('.'))],
      ['something else', () => 'approve'],
      ['nothing', () => ''],
    ])('with %s changes nothing and is logged', async (_, forge) => {
      const anna = stage.somebody();
      const { message } = await anna.isAsked();
      const [before, logged] = [stage.agent.store.documents(), stage.agent.log.entries.length];
      const buttonId = forge(buttonOf(message, 'Reject'));
      expect((await push(anna.reply({ buttonId, replyText: 'yes' }, message))).status).toBe(204);
      await stage.agent.settle();
      expect(stage.agent.store.changedSince(before)).toEqual([]);
      expect(warnings(logged)).toHaveLength(1);
    });

    test('of somebody else changes nothing and is logged', async () => {
      const [anna, boris] = [stage.somebody(), stage.somebody()];
      const { message } = await anna.isAsked();
      const [before, logged] = [stage.agent.store.documents(), stage.agent.log.entries.length];
      await push(boris.reply({ buttonId: buttonOf(message, 'Approve') }, message));
      expect(stage.agent.store.changedSince(before)).toEqual([]);
      expect(warnings(logged)).toHaveLength(1);
      expect(boris.phone()).toEqual([]);
    });

    test('of an older question approves nothing, is logged, and the new question is shown', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await anna.patch(`/actions/${action.id}`, { title: 'Buy beer' });
      await stage.agent.settle();
      const logged = stage.agent.log.entries.length;
      const heard = await anna.says({ buttonId: buttonOf(message, 'Approve') }, message);
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval', version: 2 });
      expect(heard[0]?.message).toMatch(/^It changed; here is the new one\.\n.*\nBuy milk → Buy beer/s);
      expect(stage.agent.log.entries.slice(logged)).toContainEqual(
        expect.objectContaining({ facts: { actionId: action.id, command: 'approve', guard: 'ask-current' } }),
      );
    });
  });

  describe('D34: without a language-model key', () => {
    test('a button works, and no model is asked for', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      const lookups = stage.agent.neighbours.received('/internal/users/:userId/llm-keys').length;
      await anna.says({ buttonId: buttonOf(message, 'Approve') }, message);
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
      expect(stage.agent.neighbours.received('/internal/users/:userId/llm-keys')).toHaveLength(lookups);
    });

    test('free words are answered with the buttons, and with where a key can be added', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      const [clarification] = await anna.says('sounds like a plan to me', message);
      expect(clarification?.message).toContain('https://app.intexuraos.test/#/settings');
      expect(clarification?.buttons).toHaveLength(2);
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval', ask: { clarifications: 1 } });
    });
  });

  describe('D35: the same reply twice', () => {
    test.each(['yes', 'no', 'hmm'])('"%s" is processed once, at once or later', async (text) => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      const reply = anna.reply({ replyText: text }, message);
      const replies = await Promise.all(Array.from({ length: 5 }, () => push(reply)));
      await stage.agent.settle();
      const [heard, before] = [anna.phone(action.id).length, await anna.action(action.id)];
      await stage.agent.clock.advance(3_600_000);
      replies.push(await push(reply));
      await stage.agent.settle();
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 204));
      expect(await anna.action(action.id)).toEqual(before);
      expect(anna.phone(action.id)).toHaveLength(heard);
      expect(heard).toBe(2);
      expect(effectsOf(action.id)).toHaveLength(text === 'yes' ? 1 : 0);
    });

    test('a reply without an id of its own is known by what it says and when', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      const { inboundWamid: _, ...reply } = anna.reply({ replyText: 'hmm' }, message);
      for (let again = 0; again < 3; again += 1) await push(reply);
      expect(await anna.action(action.id)).toMatchObject({ ask: { clarifications: 1 } });
    });

    test('an old yes does not approve the question that a retry made', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked({ type: 'link', confidence: 0.1, title: 'x', payload: {} });
      const yes = anna.reply({ replyText: 'yes' }, message);
      await push(yes);
      expect(await anna.action(action.id)).toMatchObject({ status: 'failed' });
      await anna.post(`/actions/${action.id}/retry`);
      await stage.agent.settle();
      await push(yes);
      await stage.agent.settle();
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval', approval: null });
    });
  });
});
