import { commandIngest } from '@intexuraos/contracts';
import { describe, expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { type AskedAction, buttonOf, type TestPerson } from '../testing/person.ts';
import type { PhoneMessage } from '../testing/phone.ts';

const question = 'Which one do you mean?';

describeAgent('an answer to several open questions', (stage) => {
  const effects = () => stage.agent.neighbours.effects().map(({ idempotencyKey }) => idempotencyKey);
  const statusesOf = async (anna: TestPerson, asked: readonly AskedAction[]) =>
    Promise.all(asked.map(async ({ action }) => (await anna.action(action.id)).status));
  const commandsOf = ({ userId }: TestPerson) =>
    stage.agent.bus.of(commandIngest).filter((command) => command.userId === userId);
  const firstLines = (messages: readonly PhoneMessage[]) => messages.map(({ message }) => message.split('\n')[0]);

  /** Asked about three things; the list names them newest first, and `byNumber` is in the list's order. */
  async function listed(titles: readonly string[] = ['three', 'two', 'one']) {
    const anna = stage.somebody();
    const asked: AskedAction[] = [];
    for (const title of titles) {
      asked.unshift(await anna.isAsked({ title }));
      await stage.agent.clock.advance(1_000);
    }
    const [list] = await anna.says('yes');
    if (list === undefined) throw new Error('no list came');
    await stage.agent.clock.advance(10_000);
    return { anna, byNumber: asked, list };
  }

  const numbersOf = ({ message }: PhoneMessage) =>
    message.split('\n').flatMap((line) => /^(\d\.) .*: (.*)$/.exec(line)?.slice(1).join(' ') ?? []);

  test('"approve 1 and 3, reject 2" decides on each, once, each with its own evidence', async () => {
    const { anna, byNumber, list } = await listed();
    expect(numbersOf(list)).toEqual(['1. one', '2. two', '3. three']);
    const reply = anna.reply({ replyText: 'approve 1 and 3, reject 2' });
    const heard = await anna.says(reply);
    expect(await statusesOf(anna, byNumber)).toEqual(['completed', 'rejected', 'completed']);
    expect(heard).toHaveLength(3);
    const before = effects();
    for (let again = 0; again < 3; again += 1) expect(await anna.says(reply)).toEqual([]);
    expect(effects()).toEqual(before);
    for (const { action } of [byNumber[0], byNumber[2]].flatMap((each) => each ?? []))
      expect(await anna.action(action.id)).toMatchObject({
        approval: { channel: 'whatsapp-text', version: 1, askId: action.ask?.id, evidence: reply.inboundWamid },
      });
  });

  test('"approve 1, no, 2" takes the first back: nothing is decided, and it is asked which', async () => {
    const { anna, byNumber } = await listed();
    expect(firstLines(await anna.says('approve 1, no, 2'))[0]).toBe(question);
    expect(await statusesOf(anna, byNumber)).toEqual(Array(3).fill('awaiting_approval'));
    expect(commandsOf(anna)).toEqual([]);
  });

  test('quoting the list says the same, however old it is', async () => {
    const { anna, byNumber, list } = await listed();
    await stage.agent.clock.advance(3_600_000);
    await anna.says('2 yes', list);
    expect(await statusesOf(anna, byNumber)).toEqual(['awaiting_approval', 'completed', 'awaiting_approval']);
  });

  test('a code says which, with or without a list', async () => {
    const anna = stage.somebody();
    const [one, two] = [await anna.isAsked({ title: 'one' }), await anna.isAsked({ title: 'two' })];
    await anna.says(`approve ${one.action.ask?.code.toLowerCase()}`);
    await anna.says(`#${two.action.ask?.code} no`);
    expect(await statusesOf(anna, [one, two])).toEqual(['completed', 'rejected']);
  });

  test('a number or code alone shows the question with its buttons, and decides nothing', async () => {
    const { anna, byNumber } = await listed();
    for (const said of ['2', `${byNumber[1]?.action.ask?.code}`]) {
      const [shown, ...more] = await anna.says(said);
      expect(more).toEqual([]);
      expect(shown?.message).toContain(`#${byNumber[1]?.action.ask?.code}`);
      expect(buttonOf(shown ?? fail(), 'Approve')).toBeDefined();
    }
    expect(await statusesOf(anna, byNumber)).toEqual(Array(3).fill('awaiting_approval'));
  });

  describe('a number', () => {
    test('without a list stands for nothing: the list comes', async () => {
      const anna = stage.somebody();
      const asked = [await anna.isAsked({ title: 'one' }), await anna.isAsked({ title: 'two' })];
      expect(firstLines(await anna.says('approve 1'))[0]).toBe(question);
      expect(await statusesOf(anna, asked)).toEqual(Array(2).fill('awaiting_approval'));
    });

    test('that the list does not have stands for nothing, and so nothing of the reply is done', async () => {
      const { anna, byNumber } = await listed();
      expect(firstLines(await anna.says('approve 1 and 4'))[0]).toBe(question);
      expect(await statusesOf(anna, byNumber)).toEqual(Array(3).fill('awaiting_approval'));
    });

    test('stands for the question as it was listed: what was edited since is not approved', async () => {
      const { anna, byNumber } = await listed();
      const [one] = byNumber;
      await anna.patch(`/actions/${one?.action.id}`, { title: 'something else' });
      await stage.agent.settle();
      const heard = await anna.says('approve 1 and 2');
      expect(await statusesOf(anna, byNumber)).toEqual(['awaiting_approval', 'completed', 'awaiting_approval']);
      expect(firstLines(heard)).toContain('It changed; here is the new one.');
    });

    test('of what has ended since is told the truth', async () => {
      const { anna, byNumber } = await listed();
      const [one, two] = byNumber;
      await anna.says('yes', one?.message);
      await anna.says('no', two?.message);
      const heard = await anna.says('approve 1, 2 and 3');
      expect(firstLines(heard)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^Done #/),
          'It was already done: one. Your answer changed nothing.',
          'It was rejected: two. Your answer changed nothing.',
        ]),
      );
      expect(heard).toHaveLength(3);
      expect(effects().filter((key) => key?.startsWith(one?.action.id ?? '-'))).toHaveLength(1);
    });

    test('means the newest list that had come when it was written', async () => {
      const { anna, byNumber } = await listed();
      const early = anna.reply({ replyText: 'approve 1' });
      await anna.isAsked({ title: 'zero' });
      await stage.agent.clock.advance(1_000);
      const [newer] = await anna.says('ok');
      expect(numbersOf(newer ?? fail())[0]).toBe('1. zero');
      await stage.agent.clock.advance(1_000);
      expect(firstLines(await anna.says(early))[0]).toBe(question);
      expect(firstLines(await anna.says('approve 1'))[0]).toBe(question);
      expect(await statusesOf(anna, byNumber)).toEqual(Array(3).fill('awaiting_approval'));
      await stage.agent.clock.advance(5_000);
      expect(firstLines(await anna.says('approve 1'))).toEqual([expect.stringMatching(/^Done .*: zero$/)]);
    });

    test('means the same when it comes again after another list', async () => {
      const { anna, byNumber } = await listed();
      const reply = anna.reply({ replyText: 'approve 2' });
      await anna.says(reply);
      const zero = await anna.isAsked({ title: 'zero' });
      await anna.says('yes');
      await stage.agent.clock.advance(10_000);
      expect(await anna.says(reply)).toEqual([]);
      expect(await statusesOf(anna, [zero, ...byNumber])).toEqual([
        'awaiting_approval',
        'awaiting_approval',
        'completed',
        'awaiting_approval',
      ]);
    });

    test('waits for the word that its list has left', async () => {
      const anna = stage.somebody();
      const asked = [await anna.isAsked({ title: 'one' }), await anna.isAsked({ title: 'two' })];
      stage.agent.phones.tellsSent = false;
      const [list] = await anna.says('yes');
      stage.agent.phones.tellsSent = true;
      for (const said of [anna.reply({ replyText: 'no 1' }), anna.reply({ replyText: 'no 2' }, list)]) {
        expect((await stage.agent.push('approval-replies', said)).status).toBe(503);
        expect(await statusesOf(anna, asked)).toEqual(Array(2).fill('awaiting_approval'));
      }
    });

    test('in somebody else’s list is nothing', async () => {
      const { anna, byNumber, list } = await listed();
      const boris = stage.somebody();
      await boris.isAsked({ title: 'of Boris' });
      const heard = await boris.says('approve 1', list);
      expect(await statusesOf(anna, byNumber)).toEqual(Array(3).fill('awaiting_approval'));
      expect(heard.map(({ message }) => message).join()).not.toMatch(/: (?:one|two|three)/);
    });
  });

  describe('"all"', () => {
    test('counts where the list named everything that is open, unchanged', async () => {
      const { anna, byNumber } = await listed();
      await anna.says('yes to all');
      expect(await statusesOf(anna, byNumber)).toEqual(Array(3).fill('completed'));
    });

    test('"both" counts where there are two', async () => {
      const { anna, byNumber } = await listed(['two', 'one']);
      await anna.says('no to both');
      expect(await statusesOf(anna, byNumber)).toEqual(['rejected', 'rejected']);
    });

    test.each([
      ['a list was never sent', async () => undefined, false],
      [
        'another question was asked since',
        async (anna: TestPerson) => void (await anna.isAsked({ title: 'new' })),
        true,
      ],
    ])('does not count where %s: the list comes', async (_, meanwhile, isListed) => {
      const anna = stage.somebody();
      const asked = [await anna.isAsked({ title: 'one' }), await anna.isAsked({ title: 'two' })];
      if (isListed) await anna.says('yes');
      await stage.agent.clock.advance(10_000);
      await meanwhile(anna);
      expect(firstLines(await anna.says('approve all'))[0]).toBe(question);
      expect(await statusesOf(anna, asked)).toEqual(Array(2).fill('awaiting_approval'));
    });

    test('does not count where one was edited since', async () => {
      const { anna, byNumber } = await listed(['two', 'one']);
      await anna.patch(`/actions/${byNumber[0]?.action.id}`, { title: 'something else' });
      await stage.agent.settle();
      expect(firstLines(await anna.says('approve all'))[0]).toBe(question);
      expect(await statusesOf(anna, byNumber)).toEqual(Array(2).fill('awaiting_approval'));
    });
  });

  describe('a change', () => {
    test.each(['1 edit: title Dentist', 'edit 1: title Dentist'])('"%s" is made to that one', async (words) => {
      const { anna, byNumber } = await listed();
      const [told, ...more] = await anna.says(words);
      expect(more).toEqual([]);
      expect(told?.message).toContain('one → Dentist');
      expect(await anna.action(byNumber[0]?.action.id ?? '')).toMatchObject({ title: 'Dentist', version: 2 });
      expect(await statusesOf(anna, byNumber)).toEqual(Array(3).fill('awaiting_approval'));
    });

    test('may name the code, comes again without effect, and its old code is gone', async () => {
      const { anna, byNumber } = await listed();
      const code = byNumber[1]?.action.ask?.code;
      const reply = anna.reply({ replyText: `${code} edit: title Dentist` });
      await anna.says(reply);
      expect(await anna.says(reply)).toEqual([]);
      expect(await anna.action(byNumber[1]?.action.id ?? '')).toMatchObject({ title: 'Dentist', version: 2 });
      expect(firstLines(await anna.says(`approve ${code}`))[0]).toBe(question);
      expect(await statusesOf(anna, byNumber)).toEqual(Array(3).fill('awaiting_approval'));
    });

    test('that names none is answered with the list', async () => {
      const { anna, byNumber } = await listed();
      expect(firstLines(await anna.says('edit: title Dentist'))[0]).toBe(question);
      expect(await statusesOf(anna, byNumber)).toEqual(Array(3).fill('awaiting_approval'));
    });

    test('that is none of theirs is something new', async () => {
      const { anna } = await listed();
      for (const text of ['change the oil of the car', '3. change the oil', 'approve the budget']) {
        expect(await anna.says(text)).toEqual([]);
        expect(commandsOf(anna).at(-1)).toMatchObject({ text });
      }
    });
  });

  test('a question that never reached the phone is shown in full before a number approves it', async () => {
    const anna = stage.somebody();
    stage.agent.phones.tellsSent = false;
    const two = await anna.isAsked({ title: 'two' });
    stage.agent.phones.tellsSent = true;
    const one = await anna.isAsked({ title: 'one' });
    await anna.says('yes');
    await stage.agent.clock.advance(10_000);
    await anna.says('approve 1 and 2');
    expect(await statusesOf(anna, [one, two])).toEqual(['completed', 'awaiting_approval']);
  });

  test('a yes that was asked about stays one, even when only one question is left', async () => {
    const anna = stage.somebody();
    const [one, two] = [await anna.isAsked({ title: 'one' }), await anna.isAsked({ title: 'two' })];
    const yes = anna.reply({ replyText: 'yes' });
    await anna.says(yes);
    await anna.says('no', one.message);
    expect(await anna.says(yes)).toEqual([]);
    expect(await statusesOf(anna, [one, two])).toEqual(['rejected', 'awaiting_approval']);
  });

  test('a yes to the only question is not one to the next, when it comes again', async () => {
    const anna = stage.somebody();
    const one = await anna.isAsked({ title: 'one' });
    const yes = anna.reply({ replyText: 'yes' });
    await anna.says(yes);
    const two = await anna.isAsked({ title: 'two' });
    expect(await anna.says(yes)).toEqual([]);
    expect(await statusesOf(anna, [one, two])).toEqual(['completed', 'awaiting_approval']);
  });
});

function fail(): never {
  throw new Error('a message is missing');
}
