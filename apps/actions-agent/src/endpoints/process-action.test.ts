import { type ActionCreated, actionCreated } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import { describe, expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import type { Reply } from '../testing/http-call.ts';

const weekMs = 7 * 86_400_000;
const statusesOf = (replies: readonly Reply[]) => replies.map(({ status }) => status);

describeAgent('POST /internal/actions/process', (stage) => {
  /** The event as it was published when the action was made. */
  function createdEvent(actionId: string): ActionCreated {
    const event = stage.agent.bus.of(actionCreated).findLast((each) => each.actionId === actionId);
    if (event === undefined) throw new Error(`nothing was published about ${actionId}`);
    return event;
  }
  const push = (event: object) => stage.agent.push('actions-queue', event);
  const callsFor = (id: string) =>
    stage.agent.neighbours
      .received()
      .filter(({ idempotencyKey, path }) => idempotencyKey?.startsWith(id) && !path.endsWith('preview'));
  const questionsTo = (person: ReturnType<typeof stage.somebody>) =>
    person.phone().filter(({ messageKey }) => messageKey.startsWith('ask:'));

  describe('means', () => {
    test('ask: the person gets one question, with what will happen and buttons', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked({
        title: 'Buy milk',
        payload: { prompt: 'buy milk by friday', dueDate: '2026-12-04', priority: 'high' },
      });
      expect(action).toMatchObject({
        status: 'awaiting_approval',
        ask: { version: 1, clarifications: 0, delivery: { status: 'sent' } },
      });
      expect(message).toMatchObject({
        correlationId: `action-todo-approval-${action.id}`,
        messageKey: `ask:${action.id}:1:1`,
        buttons: [{ title: 'Approve' }, { title: 'Reject' }],
      });
      expect(message.message.split('\n')).toEqual([
        `Create a to-do? #${action.ask?.code}`,
        'Buy milk',
        'Due: 2026-12-04',
        'Priority: high',
        'Details: buy milk by friday',
        'Reply yes or no, or tap a button.',
      ]);
      expect(action.ask?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}$/);
    });

    test('run: what was approved is carried out, with its key and its fencing token', async () => {
      const anna = stage.somebody();
      const { action } = await anna.isAsked();
      await anna.patch(`/actions/${action.id}`, { status: 'pending' });
      await stage.agent.settle();
      expect(callsFor(action.id)).toMatchObject([
        { path: '/internal/todos', idempotencyKey: `${action.id}:v1`, epoch: '1' },
      ]);
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    });

    test('work out the facts first, and ask with them in the same step', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked({
        type: 'calendar',
        title: 'Dentist',
        payload: { prompt: 'dentist tomorrow 3 pm' },
      });
      expect(action.prepared).toMatchObject({ start: '2026-12-02T15:00:00+01:00' });
      expect(message.message).toContain('Start: 2026-12-02T15:00:00+01:00');
    });

    test('approve by rule: a link of which the classifier is sure is saved without asking', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates({ type: 'link', confidence: 0.9, payload: { url: 'https://a.example.org/' } });
      await stage.agent.settle();
      expect(await anna.action(id)).toMatchObject({
        status: 'completed',
        approval: {
          channel: 'policy',
          by: 'policy:certain-links',
          evidence: 'certain-links',
          rule: { id: 'certain-links', name: 'Links that are certain' },
        },
      });
      expect(questionsTo(anna)).toEqual([]);
    });

    test('nothing when it has been rejected, archived, deleted or carried out', async () => {
      const anna = stage.somebody();
      const ids = await Promise.all(Array.from({ length: 4 }, async () => (await anna.creates()).id));
      const [rejected = '', archived = '', deleted = '', completed = ''] = ids;
      await anna.patch(`/actions/${rejected}`, { status: 'rejected' });
      await anna.patch(`/actions/${archived}`, { status: 'archived' });
      await anna.delete(`/actions/${deleted}`);
      await anna.post(`/actions/${completed}/execute`);
      const before = stage.agent.store.documents();
      const replies = await Promise.all(ids.map((id) => push(createdEvent(id))));
      expect(statusesOf(replies)).toEqual([204, 204, 204, 204]);
      expect(stage.agent.store.changedSince(before)).toEqual([]);
      await stage.agent.settle();
      expect(callsFor(completed)).toHaveLength(1);
    });
  });

  test('the path of its type means the same', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const { data, subscription } = { data: createdEvent(id), subscription: 'actions-queue' as const };
    const { status } = await stage.agent.push(subscription, data, undefined, '/internal/actions/todo');
    expect(status).toBe(204);
    expect(await anna.action(id)).toMatchObject({ status: 'awaiting_approval' });
  });

  test('D17: an unknown action is done with, and counted', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const before = stage.agent.store.documents();
    const { status } = await push({ ...createdEvent(id), actionId: 'nobody-knows-me' });
    expect(status).toBe(204);
    expect(stage.agent.store.changedSince(before)).toEqual([]);
    expect(stage.agent.log.entries.find(({ facts }) => facts['actionId'] === 'nobody-knows-me')).toMatchObject({
      facts: { metric: 'unknown_action' },
    });
  });

  describe('D18:', () => {
    test('the same message five times at once, and a week later, asks once', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates();
      const event = createdEvent(id);
      const replies = await Promise.all(Array.from({ length: 5 }, () => push(event)));
      await stage.agent.settle();
      await stage.agent.clock.advance(weekMs);
      replies.push(await push(event));
      await stage.agent.settle();
      expect(statusesOf(replies)).toEqual(replies.map(() => 204));
      expect(questionsTo(anna)).toHaveLength(1);
      expect(
        stage.agent.bus.published.filter(
          ({ event: each }) => 'messageKey' in each && each.messageKey === `ask:${id}:1:1`,
        ),
      ).toHaveLength(1);
    });

    test('of what was approved carries it out once', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates();
      await anna.patch(`/actions/${id}`, { status: 'pending' });
      const event = createdEvent(id);
      const replies = await Promise.all(Array.from({ length: 5 }, () => push(event)));
      await stage.agent.settle();
      await stage.agent.clock.advance(weekMs);
      replies.push(await push(event));
      expect(statusesOf(replies)).toEqual(replies.map(() => 204));
      expect(callsFor(id)).toHaveLength(1);
      expect(await anna.action(id)).toMatchObject({ status: 'completed', attempts: 1 });
      expect(anna.phone().filter(({ messageKey }) => messageKey.startsWith('report:'))).toHaveLength(1);
    });
  });

  test('D19: an event about an older version is done with', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const old = createdEvent(id);
    await anna.patch(`/actions/${id}`, { title: 'second' });
    const before = stage.agent.store.documents();
    expect((await push(old)).status).toBe(204);
    expect(stage.agent.store.changedSince(before)).toEqual([]);
  });

  describe('D20: a type that nothing here can carry out', () => {
    test('stays pending and needs attention, and the person is told once', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates({ type: 'shopping', title: 'Bread' });
      const event = createdEvent(id);
      await stage.agent.settle();
      for (let again = 0; again < 3; again += 1) expect((await push(event)).status).toBe(204);
      await stage.agent.settle();
      expect(await anna.action(id)).toMatchObject({
        status: 'pending',
        needsAttention: 'UNSUPPORTED_TYPE',
        approval: null,
      });
      expect(anna.phone().map(({ message }) => message)).toEqual([
        expect.stringMatching(/^I cannot do "shopping" yet: Bread\. Choose another type: https:/),
      ]);
    });

    test('is left alone by sweeps', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates({ type: 'shopping' });
      await stage.agent.settle();
      await stage.agent.clock.advance(weekMs);
      const before = stage.agent.store.documents()[`actions/${id}`];
      await stage.agent.sweep();
      expect(JSON.parse(before ?? '')).toMatchObject({ dueAt: null });
      expect(stage.agent.store.documents()[`actions/${id}`]).toBe(before);
      expect(anna.phone()).toHaveLength(1);
    });

    test('gets moving when its type is changed', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates({ type: 'shopping' });
      await stage.agent.settle();
      await anna.patch(`/actions/${id}`, { type: 'todo' });
      await stage.agent.settle();
      expect(await anna.action(id)).toMatchObject({ status: 'awaiting_approval', needsAttention: null, version: 2 });
    });
  });

  describe('D21: a handler that always throws', () => {
    const preview = '/internal/calendar/preview';
    const breaks = () =>
      stage.agent.neighbours.plays(preview, () => {
        throw new AppError('INTERNAL_ERROR', 'it always breaks');
      });
    const works = () =>
      stage.agent.neighbours.plays(preview, () => ({
        status: 'ready',
        summary: 'x',
        start: '2027-01-01',
        end: '2027-01-02',
        timeZone: 'UTC',
        reasoning: 'x',
      }));

    test('is tried five times, then given up: the person is told, and an operator', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates({ type: 'calendar', title: 'Dentist' });
      breaks();
      const replies: Reply[] = [];
      for (let delivery = 1; delivery <= 6; delivery += 1) replies.push(await push(createdEvent(id)));
      works();
      expect(statusesOf(replies)).toEqual([500, 500, 500, 500, 500, 204]);
      expect(await anna.action(id)).toMatchObject({
        status: 'failed',
        outcome: 'none',
        failure: { code: 'POISON', retryable: true },
      });
      expect(
        stage.agent.log.entries.filter(({ level, facts }) => level === 'error' && facts['actionId'] === id),
      ).toEqual([expect.objectContaining({ facts: expect.objectContaining({ alert: 'poison' }) })]);
      await stage.agent.settle();
      expect(anna.phone(id).map(({ message }) => message.split('\n')[0])).toEqual(['Failed: Dentist']);
    });

    test('can be asked about again by its owner when it works again', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates({ type: 'calendar', title: 'Dentist' });
      breaks();
      for (let delivery = 1; delivery <= 6; delivery += 1) await push(createdEvent(id));
      works();
      await anna.patch(`/actions/${id}`, { title: 'Dentist!' });
      await stage.agent.settle();
      expect(await anna.action(id)).toMatchObject({ status: 'awaiting_approval', prepared: { start: '2027-01-01' } });
      expect(questionsTo(anna)).toHaveLength(1);
    });

    test('that works the fifth time is no poison', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates({ type: 'calendar', title: 'Dentist' });
      breaks();
      for (let delivery = 1; delivery <= 4; delivery += 1) await push(createdEvent(id));
      works();
      expect((await push(createdEvent(id))).status).toBe(204);
      expect(await anna.action(id)).toMatchObject({ status: 'awaiting_approval' });
    });

    test('after an edit leaves the question standing, which says what is the matter', async () => {
      const anna = stage.somebody();
      const { action } = await anna.isAsked({ type: 'calendar', title: 'Dentist' });
      breaks();
      await anna.patch(`/actions/${action.id}`, { title: 'Doctor' });
      const replies: Reply[] = [];
      for (let delivery = 1; delivery <= 6; delivery += 1) replies.push(await push(createdEvent(action.id)));
      works();
      expect(statusesOf(replies)).toEqual([500, 500, 500, 500, 500, 204]);
      await stage.agent.settle();
      expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval', prepared: null, version: 2 });
      expect(anna.phone(action.id).at(-1)?.message).toContain('Not possible yet: the facts could not be worked out');
      expect(
        anna
          .phone(action.id)
          .at(-1)
          ?.buttons?.map(({ title }) => title),
      ).toEqual(['Reject']);
    });
  });
});
