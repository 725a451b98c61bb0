import { AppError } from '@intexuraos/kernel';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { describeAgent } from '../testing/describe-agent.ts';
import { eventually } from '../testing/eventually.ts';
import { putDocument } from '../testing/seed-documents.ts';

const idle = { skipped: false, looked: 0, told: 0, takenBack: 0, expired: 0, stuck: 0 };
const Report = z.object({ looked: z.int(), told: z.int(), stuck: z.int() });
const Stored = z.looseObject({ id: z.string() });

describeAgent('POST /internal/actions/retry-pending', (stage) => {
  const stored = (id: string) => Stored.parse(JSON.parse(stage.agent.store.documents()[`actions/${id}`] ?? ''));

  test('with nothing to do does nothing', async () => {
    await stage.agent.sweep();
    expect(await stage.agent.sweep()).toEqual(idle);
  });

  test('D62: ten at once, one works and nine are told that it does', async () => {
    const { agent } = stage;
    const anna = stage.somebody();
    agent.bus.isDown = true;
    await anna.creates();
    agent.bus.isDown = false;
    await agent.clock.advance(16_000);
    const { promise, resolve } = Promise.withResolvers<void>();
    agent.bus.gate = promise;
    const sweep = () => agent.schedule('/internal/actions/retry-pending');
    let answered = 0;
    const sweeps = Array.from({ length: 10 }, () => sweep().finally(() => (answered += 1)));
    await eventually(() => answered === 9);
    resolve();
    const replies = await Promise.all(sweeps);
    await agent.settle();
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    const reports = replies.map(({ data }) => data);
    expect(
      reports.filter((report) => JSON.stringify(report) === JSON.stringify({ ...idle, skipped: true })),
    ).toHaveLength(9);
    expect(reports).toContainEqual({ ...idle, looked: 1, told: 1 });
    expect(anna.phone()).toHaveLength(1);
  });

  test('a sweep whose process died keeps others out for its period only', async () => {
    await putDocument(stage.agent.store, ['locks'], 'sweeper', {
      owner: 'dead',
      until: stage.agent.clock.now() + 60_000,
    });
    expect(await stage.agent.sweep()).toEqual({ ...idle, skipped: true });
    await stage.agent.clock.advance(60_001);
    expect(await stage.agent.sweep()).toMatchObject({ skipped: false });
  });

  test('tells what nobody told: the process that decided it died before it could', async () => {
    const anna = stage.somebody();
    stage.agent.bus.isDown = true;
    const { id } = await anna.creates();
    stage.agent.bus.isDown = false;
    expect(await stage.agent.sweep()).toEqual(idle);
    await stage.agent.clock.advance(15_001);
    expect(await stage.agent.sweep()).toMatchObject({ told: 1 });
    expect(await anna.action(id)).toMatchObject({ status: 'awaiting_approval' });
  });

  test('tells again with growing pauses while the bus stays down, and reports what is stuck', async () => {
    const { agent } = stage;
    await agent.sweep();
    const anna = stage.somebody();
    agent.bus.isDown = true;
    await anna.creates();
    const [told, stuck]: [number[], number[]] = [[], []];
    for (let minute = 1; minute <= 40; minute += 1) {
      await agent.clock.advance(60_000);
      const report = Report.parse((await agent.schedule('/internal/actions/retry-pending')).data);
      if (report.told > 0) told.push(minute);
      if (report.stuck > 0) stuck.push(minute);
    }
    expect(told).toEqual([1, 2, 4, 8, 16, 26, 36]);
    expect(stuck).toEqual([16, 26, 36]);
    expect(agent.log.entries).toContainEqual(expect.objectContaining({ level: 'error', facts: { stuck: 1 } }));
    agent.bus.isDown = false;
    await agent.clock.advance(10 * 60_000);
    await agent.sweep();
    expect(anna.phone()).toHaveLength(1);
  });

  test('what waits for its time by plan is not stuck when its time comes', async () => {
    const { agent } = stage;
    const anna = stage.somebody();
    const remindAt = new Date(agent.clock.now() + 5 * 86_400_000).toISOString();
    const { action, message } = await anna.isAsked({ type: 'reminder', title: 'Call mum', payload: { remindAt } });
    await anna.says('yes', message);
    await agent.clock.advance(5 * 86_400_000);
    expect(await agent.sweep()).toMatchObject({ stuck: 0 });
    expect(anna.phone(action.id).at(-1)?.message).toContain('Reminder sent');
  });

  test('ends questions that nobody answered, and says so', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked();
    await stage.agent.clock.advance(86_400_000);
    await stage.agent.sweep();
    expect(await anna.action(action.id)).toMatchObject({ status: 'awaiting_approval' });
    await stage.agent.clock.advance(2);
    await stage.agent.sweep();
    expect(await anna.action(action.id)).toMatchObject({ status: 'archived', approval: null });
    expect(anna.phone(action.id).at(-1)?.message).toMatch(/^Nobody answered in time, so nothing was done: Buy milk\./);
  });

  describe('a run whose process died', () => {
    /** Claimed, and never heard of again. */
    async function lost(type: string, attempts = 1) {
      const anna = stage.somebody();
      const { id } = await anna.creates({ type });
      await anna.patch(`/actions/${id}`, { status: 'pending' });
      const lease = { owner: 'dead', until: stage.agent.clock.now() + 120_000 };
      await putDocument(stage.agent.store, ['actions'], id, {
        ...stored(id),
        status: 'processing',
        lease,
        epoch: attempts,
        attempts,
        outcome: 'none',
        result: null,
        due: [],
        dueAt: lease.until,
      });
      return { anna, id };
    }

    test('is left alone while its lease lasts', async () => {
      const { anna, id } = await lost('todo');
      await stage.agent.clock.advance(119_000);
      await stage.agent.sweep();
      expect(await anna.action(id)).toMatchObject({ status: 'processing' });
      await stage.agent.clock.advance(2_000);
      await stage.agent.sweep();
    });

    test('is taken back when its lease is over, and runs again with the same key and a higher epoch', async () => {
      const { anna, id } = await lost('todo');
      await stage.agent.clock.advance(120_001);
      expect(await stage.agent.sweep()).toMatchObject({ takenBack: 1 });
      expect(await anna.action(id)).toMatchObject({ status: 'completed', attempts: 2 });
      expect(
        stage.agent.neighbours
          .received('/internal/todos')
          .findLast(({ idempotencyKey }) => idempotencyKey?.startsWith(id)),
      ).toMatchObject({ idempotencyKey: `${id}:v1`, epoch: '2' });
    });

    test('after five attempts is failed with an unknown outcome, for its owner to decide', async () => {
      const { anna, id } = await lost('todo', 5);
      await stage.agent.clock.advance(120_001);
      await stage.agent.sweep();
      expect(await anna.action(id)).toMatchObject({
        status: 'failed',
        outcome: 'unknown',
        failure: { code: 'WORKER_LOST' },
        needsAttention: 'OUTCOME_UNKNOWN',
        can: ['retry', 'archive', 'delete'],
      });
      expect(anna.phone(id).at(-1)?.message).toMatch(/^It may or may not have happened: Buy milk/);
    });

    test('and that comes back to life changes nothing more', async () => {
      const anna = stage.somebody();
      const { id } = await anna.creates();
      const release = stage.agent.neighbours.holds('/internal/todos');
      const slow = anna.post(`/actions/${id}/execute`);
      await eventually(async () => (await anna.action(id)).status === 'processing');
      await putDocument(stage.agent.store, ['actions'], id, {
        ...stored(id),
        status: 'failed',
        lease: null,
        epoch: 2,
        due: [],
        dueAt: null,
      });
      release();
      expect((await slow).status).toBe(200);
      expect(await anna.action(id)).toMatchObject({ status: 'failed' });
      expect(stage.agent.log.entries).toContainEqual(
        expect.objectContaining({ level: 'warn', message: 'another run took over; this one changed nothing' }),
      );
    });
  });

  test('never executes anything itself', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates();
    await anna.patch(`/actions/${id}`, { status: 'pending' });
    await stage.agent.clock.advance(20_000);
    const calls = stage.agent.neighbours.received('/internal/todos').length;
    await stage.agent.schedule('/internal/actions/retry-pending');
    expect(stage.agent.neighbours.received('/internal/todos')).toHaveLength(calls);
    await stage.agent.settle();
    expect(await anna.action(id)).toMatchObject({ status: 'completed' });
  });

  test('a document that cannot be dealt with does not keep the others waiting', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked();
    await putDocument(stage.agent.store, ['actions'], `broken-${anna.userId.split('|')[1]}`, {
      ...stored(action.id),
      id: `broken-${anna.userId.split('|')[1]}`,
      ask: { expiresAt: 1 },
      dueAt: 1,
      due: 'nonsense',
    });
    await stage.agent.clock.advance(86_400_002);
    expect(await stage.agent.sweep()).toMatchObject({ stuck: 1 });
    expect(await anna.action(action.id)).toMatchObject({ status: 'archived' });
    await stage.agent.store.commit([
      {
        kind: 'delete',
        collection: { name: 'actions', parse: (data) => data, indexes: [] },
        id: `broken-${anna.userId.split('|')[1]}`,
      },
    ]);
  });

  test('a bounded batch per call, and none is starved: 260 are done in a few calls', async () => {
    const anna = stage.somebody();
    stage.agent.bus.isDown = true;
    await Promise.all(Array.from({ length: 260 }, () => anna.creates()));
    stage.agent.bus.isDown = false;
    await stage.agent.clock.advance(16_000);
    const looked: number[] = [];
    for (let call = 0; call < 4; call += 1) looked.push(Report.parse(await stage.agent.sweep()).looked);
    expect(Math.max(...looked)).toBeLessThanOrEqual(250);
    expect(anna.phone()).toHaveLength(260);
  }, 60_000);

  test('while the store is down it is 503', async () => {
    stage.agent.store.failsWith(new AppError('UNAVAILABLE', 'the store is down'));
    const { status } = await stage.agent.schedule('/internal/actions/retry-pending');
    stage.agent.store.failsWith(null);
    expect(status).toBe(503);
  });
});
