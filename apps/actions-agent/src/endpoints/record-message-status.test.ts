import { actionChanged } from '@intexuraos/contracts';
import { describe, expect, test } from '@jest/globals';
import { approvalMessageId } from '../domain/approval-message-id.ts';
import { describeAgent } from '../testing/describe-agent.ts';
import { buttonOf, type TestPerson } from '../testing/person.ts';
import type { PhoneMessage } from '../testing/phone.ts';
import { overtakingMs } from '../use-cases/find-asked.ts';

describeAgent('POST /internal/actions/message-status', (stage) => {
  const tell = async (message: PhoneMessage, status: Parameters<typeof stage.agent.phones.tell>[1]) => {
    await stage.agent.phones.tell(message, status);
    await stage.agent.settle();
  };
  const documentOf = (wamid: string): unknown => {
    const text = stage.agent.store.documents()[`approval_messages/${approvalMessageId(wamid)}`];
    return text === undefined ? null : JSON.parse(text);
  };
  const deliveryOf = async (person: TestPerson, id: string) => (await person.action(id)).ask?.delivery;

  /** Asked, and nothing has been heard of the message yet. */
  async function unheard() {
    stage.agent.phones.tellsSent = false;
    const anna = stage.somebody();
    const asked = await anna.isAsked();
    stage.agent.phones.tellsSent = true;
    return { anna, ...asked };
  }

  test('sent writes down which message the question is', async () => {
    const { anna, action, message } = await unheard();
    expect(await deliveryOf(anna, action.id)).toEqual({ status: 'due' });
    await tell(message, { status: 'sent', timestamp: '2026-12-01T09:00:01.000Z' });
    expect(documentOf(message.wamid)).toEqual({
      id: approvalMessageId(message.wamid),
      wamid: message.wamid,
      actionId: action.id,
      userId: anna.userId,
      sentAt: '2026-12-01T09:00:01.000Z',
      actionType: 'todo',
      actionTitle: 'Buy milk',
      askId: action.ask?.id,
      version: 1,
    });
    expect(await deliveryOf(anna, action.id)).toEqual({ status: 'sent' });
  });

  test.each(['delivered', 'read'] as const)('%s is shown, and makes no second approval message', async (status) => {
    const { anna, action, message } = await unheard();
    await tell(message, { status: 'sent' });
    const before = Object.keys(stage.agent.store.documents()).filter((key) =>
      key.startsWith('approval_messages/'),
    ).length;
    await tell(message, { status });
    expect(await deliveryOf(anna, action.id)).toEqual({ status });
    expect(
      Object.keys(stage.agent.store.documents()).filter((key) => key.startsWith('approval_messages/')),
    ).toHaveLength(before);
  });

  test.each([
    [['sent', 'read', 'delivered', 'sent'], 'read'],
    [['delivered', 'sent'], 'delivered'],
    [['read', 'sent'], 'read'],
    [['sent', 'delivered', 'sent', 'read'], 'read'],
  ] as const)('%j in that order is shown as %s: it never goes back', async (statuses, shown) => {
    const { anna, action, message } = await unheard();
    for (const status of statuses) await tell(message, { status });
    expect(await deliveryOf(anna, action.id)).toEqual({ status: shown });
    expect(documentOf(message.wamid)).not.toBeNull();
  });

  test.each(['delivered', 'read'] as const)(
    'sent that is overtaken by %s lets a yes that quotes nothing count',
    async (status) => {
      const { anna, action, message } = await unheard();
      await tell(message, { status });
      await tell(message, { status: 'sent' });
      expect(await deliveryOf(anna, action.id)).toEqual({ status });
      await anna.says('yes');
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    },
  );

  describe.each([
    ['a thumb', { reaction: '👍' }],
    ['a quoted yes', { replyText: 'yes' }],
  ])('sent that is overtaken by %s', (_answer, said) => {
    const push = async (event: object) => {
      const { status } = await stage.agent.push('approval-replies', event);
      await stage.agent.settle();
      return status;
    };

    test('lets it come again, and count', async () => {
      const { anna, action, message } = await unheard();
      const answer = anna.reply(said, message);
      expect(await push(answer)).toBe(503);
      await tell(message, { status: 'sent' });
      expect(await push(answer)).toBe(204);
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    });

    test('and never comes lets the person be asked which one they mean', async () => {
      const { anna, action, message } = await unheard();
      const answer = anna.reply(said, message);
      await stage.agent.clock.advance(overtakingMs);
      expect(await push(answer)).toBe(204);
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval' });
      const [, list, question = message] = anna.phone();
      expect(list?.message).toContain('Which one do you mean?');
      expect(question).not.toBe(message);
      await anna.says({ buttonId: buttonOf(question, 'Approve') });
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    });
  });

  test('the same status twice is one line of the history', async () => {
    const { anna, action, message } = await unheard();
    await tell(message, { status: 'sent' });
    await tell(message, { status: 'sent' });
    const events = JSON.stringify((await anna.get(`/actions/${action.id}/events`)).data);
    expect(events.match(/"delivery"/g)).toHaveLength(1);
  });

  test('what is known already does not change the action, so it keeps nobody else from changing it', async () => {
    const { anna, action, message } = await unheard();
    for (const status of ['sent', 'read'] as const) await tell(message, { status });
    const { rev } = await anna.action(action.id);
    for (const status of ['sent', 'delivered', 'read'] as const) await tell(message, { status });
    expect((await anna.action(action.id)).rev).toBe(rev);
  });

  describe('failed', () => {
    test('is never silent: it is shown with its code, logged, and needs attention', async () => {
      const { anna, action, message } = await unheard();
      await tell(message, { status: 'failed', errorCode: '131047' });
      expect(await anna.action(action.id)).toMatchObject({
        needsAttention: 'UNDELIVERED',
        status: 'awaiting_approval',
        ask: { delivery: { status: 'failed', errorCode: '131047' } },
      });
      expect(
        stage.agent.log.entries.filter(
          ({ level, facts }) => level === 'warn' && facts['messageKey'] === message.messageKey,
        ),
      ).toMatchObject([{ facts: { errorCode: '131047' } }]);
    });

    test('leaves the web as the way to answer, and an answer ends the attention', async () => {
      const { anna, action, message } = await unheard();
      await tell(message, { status: 'failed' });
      await anna.post(`/actions/${action.id}/execute`);
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed', needsAttention: null });
    });

    test('is outweighed by word that it was delivered after all', async () => {
      const { anna, action, message } = await unheard();
      await tell(message, { status: 'failed', errorCode: '131026' });
      await tell(message, { status: 'delivered' });
      expect(await anna.action(action.id)).toMatchObject({
        needsAttention: null,
        ask: { delivery: { status: 'delivered' } },
      });
    });

    test('and its end are seen by whoever follows the person’s actions', async () => {
      const { action, message } = await unheard();
      const changes = () => stage.agent.bus.of(actionChanged).filter(({ actionId }) => actionId === action.id).length;
      const before = changes();
      await tell(message, { status: 'failed' });
      expect(changes()).toBe(before + 1);
      await tell(message, { status: 'delivered' });
      expect(changes()).toBe(before + 2);
    });

    test('of an older question says nothing about the present one', async () => {
      const { anna, action, message } = await unheard();
      await anna.patch(`/actions/${action.id}`, { title: 'second' });
      await stage.agent.settle();
      await tell(message, { status: 'failed' });
      expect(await anna.action(action.id)).toMatchObject({
        needsAttention: null,
        ask: { version: 2, delivery: { status: 'sent' } },
      });
    });

    test('of a report is logged', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await anna.says('yes', message);
      const report = anna.phone(action.id).at(-1);
      expect(report?.messageKey).toMatch(/^report:/);
      if (report !== undefined) await tell(report, { status: 'failed', errorCode: '131026' });
      expect(
        stage.agent.log.entries.filter(
          ({ facts }) => facts['messageKey'] === report?.messageKey && facts['errorCode'] === '131026',
        ),
      ).toHaveLength(1);
    });
  });

  describe('changes nothing:', () => {
    test.each([
      ['a key that is none of ours', { messageKey: 'hello' }],
      ['an unknown action', { messageKey: 'ask:nobody:1:1' }],
      ['another person’s name on it', { userId: 'auth0|mallory' }],
    ])('%s', async (_, fields) => {
      const { message } = await unheard();
      const before = stage.agent.store.documents();
      await tell(message, fields);
      expect(stage.agent.store.changedSince(before)).toEqual([]);
    });

    test('sent without a wamid makes no approval message', async () => {
      const { anna, action, message } = await unheard();
      const { wamid: _, ...rest } = message;
      const event = {
        type: 'whatsapp.message.status',
        userId: anna.userId,
        messageKey: rest.messageKey,
        correlationId: rest.correlationId,
        status: 'sent',
        timestamp: rest.timestamp,
      };
      expect((await stage.agent.push('whatsapp-status-actions', event)).status).toBe(204);
      expect(documentOf(message.wamid)).toBeNull();
      expect(await deliveryOf(anna, action.id)).toEqual({ status: 'sent' });
    });
  });
});
