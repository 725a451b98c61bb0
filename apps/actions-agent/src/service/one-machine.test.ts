import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { approvedReminder } from '../testing/approved.ts';
import { describeAgent } from '../testing/describe-agent.ts';
import { eventually } from '../testing/eventually.ts';
import { somebody } from '../testing/person.ts';
import { startAgent } from '../testing/start-agent.ts';

const pace = { worksAfterAnswer: true, markDelayMs: 50, heardDelayMs: 0 } as const;
const unhurried = { worksAfterAnswer: true, markDelayMs: 5_000, heardDelayMs: 20 } as const;
const todos = '/internal/todos';
const Stored = z.object({ status: z.string(), due: z.array(z.object({ key: z.string() })) });

describeAgent(
  'on one machine, where work may go on after the answer',
  (stage) => {
    const stored = (id: string) => Stored.parse(JSON.parse(stage.agent.store.documents()[`actions/${id}`] ?? ''));

    test('an approval on the web is answered at once, and its run goes on', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates();
      const release = stage.agent.neighbours.holds(todos);
      const { status, data } = await anna.patch(`/actions/${id}`, { status: 'processing' });
      expect([status, data]).toEqual([200, { action: expect.objectContaining({ status: 'processing', attempts: 1 }) }]);
      release();
      await eventually(async () => (await anna.action(id)).status === 'completed');
      await stage.agent.settle();
      expect(anna.phone(id).at(-1)?.message).toMatch(/^Done: Buy milk/);
    });

    test('a reply is carried out in the same step as it is approved', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await anna.says('yes', message);
      const events = JSON.stringify((await anna.get(`/actions/${action.id}/events`)).data);
      expect(events).toMatch(/"approve".*"claim".*"complete"/);
      expect(await anna.action(action.id)).toMatchObject({ status: 'completed' });
    });

    test('how it ended is told by the very write that says so: nothing is left to be crossed off', async () => {
      const anna = stage.somebody();
      const { action, message } = await anna.isAsked();
      await anna.says('yes', message);
      await eventually(() => stored(action.id).status === 'completed');
      expect(stored(action.id).due).toEqual([]);
      const writes = stage.agent.store.writes.length;
      await stage.agent.clock.advance(60_000);
      const before = stage.agent.bus.published.length;
      await stage.agent.sweep();
      expect(stage.agent.bus.published).toHaveLength(before);
      expect(stage.agent.store.writes.slice(writes).filter((line) => line.includes('actions'))).toEqual([]);
      expect(anna.phone(action.id).filter(({ message: text }) => text.startsWith('Done'))).toHaveLength(1);
    });

    test('twenty approvals and rejections in the same moment: one wins', async () => {
      const anna = stage.somebody();
      const { action } = await anna.isAsked();
      const statuses = ['processing', 'rejected', 'archived', 'pending'];
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, at) => anna.patch(`/actions/${action.id}`, { status: statuses[at % 4] })),
      );
      await eventually(async () => !['processing', 'pending'].includes((await anna.action(action.id)).status));
      const { status } = await anna.action(action.id);
      const effects = stage.agent.neighbours
        .effects()
        .filter(({ idempotencyKey }) => idempotencyKey?.startsWith(action.id));
      const approvals = replies.filter(
        (reply, at) => reply.status === 200 && ['processing', 'pending'].includes(statuses[at % 4] ?? ''),
      );
      expect(effects).toHaveLength(approvals.length);
      expect(approvals.length).toBeLessThanOrEqual(1);
      expect(['completed', 'rejected', 'archived']).toContain(status);
      expect(replies.filter(({ status: code }) => ![200, 409].includes(code))).toEqual([]);
    });
  },
  { pace },
);

describeAgent(
  'that a question is on its way',
  (stage) => {
    /** Somebody is asked; that the question was sent is heard, and waits to ride on a change. */
    async function asked() {
      const anna = stage.somebody();
      stage.agent.phones.tellsSent = false;
      const { action, message } = await anna.isAsked();
      stage.agent.phones.tellsSent = true;
      await stage.agent.phones.tell(message, {});
      const delivering = stage.agent.settle();
      await sleep(250);
      expect((await anna.action(action.id)).ask?.delivery.status).toBe('due');
      return { anna, action, message, delivering };
    }

    test('is written together with the answer that comes at once, as what happened before it', async () => {
      const { anna, action, delivering } = await asked();
      await anna.patch(`/actions/${action.id}`, { status: 'rejected' });
      await delivering;
      const { ask, status, rev } = await anna.action(action.id);
      expect([status, ask?.delivery.status, rev - action.rev]).toEqual(['rejected', 'sent', 1]);
      const timeline = JSON.stringify((await anna.get(`/actions/${action.id}/events`)).data);
      expect(timeline).toMatch(/"delivery".*"reject"/);
    });

    test('is heard twice, and keeps nobody from answering', async () => {
      const { anna, action, message, delivering } = await asked();
      await stage.agent.phones.tell(message, {});
      const copy = stage.agent.settle();
      await sleep(250);
      const answer = await anna.patch(`/actions/${action.id}`, { status: 'rejected' });
      await Promise.all([delivering, copy]);
      expect([answer.status, (await anna.action(action.id)).ask?.delivery.status]).toEqual([200, 'sent']);
      const timeline = JSON.stringify((await anna.get(`/actions/${action.id}/events`)).data);
      expect(timeline.match(/"delivery"/g)).toHaveLength(1);
    });

    test('is written by itself where no answer comes, and not acknowledged before', async () => {
      const { anna, action, delivering } = await asked();
      await stage.agent.clock.advance(unhurried.heardDelayMs);
      await delivering;
      expect((await anna.action(action.id)).ask?.delivery.status).toBe('sent');
    });

    test('is written before that it arrived, which was heard after it', async () => {
      const { anna, action, message, delivering } = await asked();
      await stage.agent.phones.tell(message, { status: 'delivered' });
      const delivered = stage.agent.settle();
      await sleep(250);
      await stage.agent.clock.advance(unhurried.heardDelayMs);
      await Promise.all([delivering, delivered]);
      expect((await anna.action(action.id)).ask?.delivery.status).toBe('delivered');
      const timeline = JSON.stringify((await anna.get(`/actions/${action.id}/events`)).data);
      expect(timeline).toMatch(/"delivery".*"sent".*"delivery".*"delivered"/);
    });

    test('is not lost with a change that is refused', async () => {
      const { anna, action, message, delivering } = await asked();
      const refused = await anna.post(`/actions/${action.id}/retry`);
      await delivering;
      expect(refused.status).toBe(409);
      expect((await anna.action(action.id)).ask?.delivery.status).toBe('sent');
      await anna.says('no', message);
      expect((await anna.action(action.id)).status).toBe('rejected');
    });
  },
  { pace: unhurried },
);

describe('D66: when the service stops', () => {
  test('a run that is under way ends, and nothing new begins', async () => {
    const agent = await startAgent();
    const anna = somebody(agent);
    const [first, second] = [await anna.creates(), await anna.creates()];
    const release = agent.neighbours.holds(todos);
    const running = anna.post(`/actions/${first.id}/execute`);
    await eventually(async () => (await anna.action(first.id)).status === 'processing');
    const drained = agent.service.drain();
    expect((await anna.post(`/actions/${second.id}/execute`)).status).toBe(202);
    expect(await anna.action(second.id)).toMatchObject({
      status: 'pending',
      approval: { channel: 'web' },
      attempts: 0,
    });
    release();
    await drained;
    expect((await running).data).toMatchObject({ status: 'completed' });
    await agent.close();
  });

  test('a run that does not end is cut off after its grace, as something that may have happened and is tried again with its key', async () => {
    const agent = await startAgent();
    const anna = somebody(agent);
    const { id } = await anna.creates();
    const release = agent.neighbours.holds(todos);
    const running = anna.post(`/actions/${id}/execute`);
    await eventually(async () => (await anna.action(id)).status === 'processing');
    const drained = agent.service.drain();
    await agent.clock.advance(7_000);
    await drained;
    expect((await running).status).toBe(200);
    expect(await anna.action(id)).toMatchObject({
      status: 'pending',
      outcome: 'unknown',
      attempts: 1,
      failure: { code: 'CALL_ABORTED', retryable: true },
    });
    release();
    await agent.close();
  });

  test('an approved reminder is there for the next process', async () => {
    const agent = await startAgent();
    const anna = somebody(agent);
    const { id } = await approvedReminder({ agent, somebody: () => anna }, anna);
    await agent.service.drain();
    expect(await anna.action(id)).toMatchObject({ status: 'pending', approval: { channel: 'web' } });
    await agent.close();
  });
});
