import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { describeAgent } from '../testing/describe-agent.ts';
import { eventually } from '../testing/eventually.ts';
import { somebody } from '../testing/person.ts';
import { startAgent } from '../testing/start-agent.ts';

const Leased = z.object({ lease: z.object({ owner: z.string() }), epoch: z.number() });
const leaseMs = 120_000;

/** Both are here, so they have one host name and one process id, as two containers may have. */
describeAgent('two processes with the same host name and process id', (stage) => {
  const leased = (id: string) => Leased.parse(JSON.parse(stage.agent.store.documents()[`actions/${id}`] ?? ''));

  test('hold their leases under names of their own, and only the later of two runs writes down its end', async () => {
    const { clock, neighbours, log } = stage.agent;
    const other = await startAgent({ beside: stage.agent });
    const anna = stage.somebody();
    const { id } = await anna.creates();
    const release = neighbours.holds('/internal/todos');
    const isRunning = async (epoch: number) =>
      (await anna.action(id)).status === 'processing' && leased(id).epoch === epoch;

    const first = anna.post(`/actions/${id}/execute`);
    await eventually(() => isRunning(1));
    const { lease: earlier } = leased(id);
    await clock.advance(leaseMs + 1);
    await stage.agent.schedule('/internal/actions/retry-pending');
    await clock.advance(leaseMs);
    const second = somebody(other, anna.userId).post(`/actions/${id}/execute`);
    await eventually(() => isRunning(2));
    expect(leased(id).lease.owner).not.toBe(earlier.owner);

    release();
    expect((await second).data).toMatchObject({ status: 'completed' });
    await first;
    const { events } = z
      .object({ events: z.array(z.object({ event: z.string(), by: z.string() })) })
      .parse((await anna.get(`/actions/${id}/events`)).data);
    expect(events.filter(({ event }) => event === 'claim')).toHaveLength(2);
    expect(new Set(events.flatMap(({ event, by }) => (event === 'claim' ? [by] : []))).size).toBe(2);
    expect(events.filter(({ event }) => event === 'complete')).toHaveLength(1);
    expect(neighbours.effects().filter(({ idempotencyKey }) => idempotencyKey === `${id}:v1`)).toHaveLength(1);
    expect(log.entries).toContainEqual(expect.objectContaining({ facts: { actionId: id, epoch: 1 } }));
    await other.close();
  });

  test('one remembers what the other has changed: nothing runs twice, nothing old runs, and what is said is true', async () => {
    const other = await startAgent({ beside: stage.agent });
    const anna = stage.somebody();
    const elsewhere = somebody(other, anna.userId);

    const { action: rejected } = await anna.isAsked();
    expect((await elsewhere.patch(`/actions/${rejected.id}`, { status: 'rejected' })).status).toBe(200);
    expect(await anna.patch(`/actions/${rejected.id}`, { status: 'pending' })).toMatchObject({
      status: 409,
      error: { code: 'CONFLICT', details: { status: 'rejected' } },
    });

    const { action: edited, message } = await anna.isAsked();
    await elsewhere.patch(`/actions/${edited.id}`, { title: 'Buy oats' });
    expect((await anna.patch(`/actions/${edited.id}`, { status: 'pending' })).status).toBe(428);
    await anna.says('yes', message);
    expect(await anna.action(edited.id)).toMatchObject({ status: 'awaiting_approval', title: 'Buy oats', version: 2 });

    const { action: done } = await anna.isAsked();
    const both = await Promise.all([anna, elsewhere].map((one) => one.post(`/actions/${done.id}/execute`)));
    // Who comes after the end is told so.
    expect(both.some(({ status }) => status === 200)).toBe(true);
    expect(both.every(({ status }) => [200, 202, 409].includes(status))).toBe(true);
    await stage.agent.settle();
    expect((await anna.action(done.id)).status).toBe('completed');
    const keys = stage.agent.neighbours.effects().map(({ idempotencyKey }) => idempotencyKey);
    expect(keys.filter((key) => [rejected.id, edited.id].some((id) => key?.startsWith(id)))).toEqual([]);
    expect(keys.filter((key) => key === `${done.id}:v1`)).toHaveLength(1);
    await other.close();
  });

  test('one remembers content whose facts the other has worked out: a yes to what had none is none to them', async () => {
    const other = await startAgent({ beside: stage.agent });
    const anna = stage.somebody();
    const elsewhere = somebody(other, anna.userId);
    const seen = await elsewhere.creates({ type: 'linear', title: 'It crashes', payload: { prompt: 'it crashes' } });
    await stage.agent.settle();
    const yes = await elsewhere.patch(`/actions/${seen.id}`, { status: 'pending' }, { 'if-match': `"${seen.rev}"` });
    expect(yes).toMatchObject({ status: 412, error: { code: 'PRECONDITION_FAILED' } });
    expect(await anna.action(seen.id)).toMatchObject({ status: 'awaiting_approval', approval: null });
    const effects = stage.agent.neighbours.effects().filter(({ idempotencyKey }) => idempotencyKey === `${seen.id}:v1`);
    expect(effects).toEqual([]);
    await other.close();
  });
});
