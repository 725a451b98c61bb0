import { describe, expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { eventually } from '../testing/eventually.ts';
import { buttonOf } from '../testing/person.ts';

describeAgent('an answer that is delivered again, late', (stage) => {
  const push = (event: object) => stage.agent.push('approval-replies', event);

  async function again(event: object): Promise<void> {
    expect((await push(event)).status).toBe(204);
    await stage.agent.settle();
  }

  describe('and quotes nothing', () => {
    test.each(['yes', 'no'])('"%s" is not about the next question', async (replyText) => {
      const anna = stage.somebody();
      await anna.isAsked({ title: 'Buy milk' });
      const answer = anna.reply({ replyText });
      await again(answer);
      const { action: next } = await anna.isAsked({ title: 'Sell the house' });
      const heard = anna.phone().length;
      await again(answer);
      expect(await anna.action(next.id)).toMatchObject({ status: 'awaiting_approval', approval: null });
      expect(anna.phone()).toHaveLength(heard);
    });

    test('is not about the question that is left of several', async () => {
      const anna = stage.somebody();
      const milk = await anna.isAsked({ title: 'Buy milk' });
      const house = await anna.isAsked({ title: 'Sell the house' });
      const answer = anna.reply({ replyText: 'yes' });
      await again(answer);
      await anna.says({ buttonId: buttonOf(milk.message, 'Approve') }, milk.message);
      const heard = anna.phone().length;
      await again(answer);
      expect(await anna.action(house.action.id)).toMatchObject({ status: 'awaiting_approval', approval: null });
      expect(anna.phone()).toHaveLength(heard);
    });

    test('is not about a question that was asked after there was none', async () => {
      const anna = stage.somebody();
      const answer = anna.reply({ replyText: 'yes' });
      await again(answer);
      const { action } = await anna.isAsked();
      await again(answer);
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval', approval: null });
    });

    test('is not told that nothing was open when it has been carried out', async () => {
      const anna = stage.somebody();
      await anna.isAsked();
      const answer = anna.reply({ replyText: 'yes' });
      await again(answer);
      const heard = anna.phone().length;
      await again(answer);
      expect(anna.phone()).toHaveLength(heard);
    });
  });

  test('of two deliveries at once of an answer that quotes nothing both are about the same question', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked();
    const answer = anna.reply({ replyText: 'yes' });
    await Promise.all([again(answer), again(answer), again(answer)]);
    expect(await anna.action(action.id)).toMatchObject({ status: 'completed', attempts: 1 });
    expect(anna.phone().map(({ messageKey }) => messageKey.split(':')[0])).toEqual(['ask', 'report']);
  });

  describe.each(['while the action runs', 'when the action has ended'])('%s', (when) => {
    test('after it was explained that it changed nothing says nothing more', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await anna.patch(`/actions/${action.id}`, { title: 'Buy oat milk' }, { 'if-match': `"${action.rev}"` });
      await stage.agent.settle();
      const late = anna.reply({ replyText: 'yes' }, message);
      await again(late);
      const release = stage.agent.neighbours.holds('/internal/todos');
      const question = anna.phone(action.id).at(-1) ?? message;
      const approved = push(anna.reply({ buttonId: buttonOf(question, 'Approve') }, question));
      await eventually(async () => (await anna.action(action.id)).status === 'processing');
      if (when === 'while the action runs') await again(late);
      release();
      await approved;
      await stage.agent.settle();
      await again(late);
      expect(anna.phone().map(({ messageKey }) => messageKey.split(':')[0])).toEqual([
        'ask',
        'ask',
        'changed',
        'report',
      ]);
    });
  });
});
