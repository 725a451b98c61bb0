import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';
import { type EventReader, readEvents } from '../testing/event-reader.ts';
import { audiences, bearer, issuers } from '../testing/issuers.ts';
import type { TestPerson } from '../testing/person.ts';

describeAgent('GET /actions/stream', (stage) => {
  const open: EventReader[] = [];
  afterEach(() => {
    for (const reader of open.splice(0)) reader.close();
  });

  async function follow({ userId }: TestPerson, lastEventId?: string): Promise<EventReader> {
    const authorization = await bearer((await issuers()).people, stage.agent.clock, {
      aud: audiences.user,
      sub: userId,
    });
    const headers = { authorization, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
    const reader = await readEvents(`${stage.agent.url}/actions/stream`, headers);
    open.push(reader);
    return reader;
  }

  test('tells a change within a second, with what a page needs to know whether it shows something old', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked();
    const reader = await follow(anna);
    expect(reader.status).toBe(200);
    const startedAt = performance.now();
    const { data } = await anna.patch(`/actions/${action.id}`, { status: 'rejected' });
    await stage.agent.settle();
    const [event] = await reader.until(1);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(data).toMatchObject({ action: { status: 'rejected' } });
    expect(event).toEqual({
      id: `${stage.agent.clock.now()}-${action.id}`,
      event: 'action.changed',
      data: {
        actionId: action.id,
        version: 1,
        rev: expect.any(Number),
        status: 'rejected',
        origin: action.origin,
        outcome: 'none',
      },
    });
  });

  test('tells each status of a life, in order', async () => {
    const anna = stage.somebody();
    const reader = await follow(anna);
    const { message } = await anna.isAsked();
    await anna.says('yes', message);
    const events = await reader.until(3);
    expect(events.map(({ data }) => data)).toMatchObject([
      { status: 'awaiting_approval', outcome: 'none' },
      { status: 'processing', outcome: 'none' },
      { status: 'completed', outcome: 'effect' },
    ]);
  });

  test.each([
    ['its question still open', {}, 'awaiting_approval'],
    ['nothing that could carry it out yet', { type: 'shopping' }, 'pending'],
  ])('an edit is told, though the status stays: with %s', async (_, fields, status) => {
    const anna = stage.somebody();
    const { id } = await anna.creates(fields);
    await stage.agent.settle();
    const reader = await follow(anna);
    await anna.patch(`/actions/${id}`, { title: 'Buy oat milk' });
    await stage.agent.settle();
    const [event] = await reader.until(1);
    expect(event?.data).toMatchObject({ actionId: id, version: 2, status });
  });

  test('the facts that an edit led to are told when they are there', async () => {
    const anna = stage.somebody();
    const { action } = await anna.isAsked({ type: 'calendar' });
    const reader = await follow(anna);
    await anna.patch(`/actions/${action.id}`, { title: 'Dentist' });
    await stage.agent.settle();
    const events = await reader.until(2);
    expect(events.map(({ data }) => data)).toMatchObject([
      { actionId: action.id, version: 2, status: 'awaiting_approval' },
      { actionId: action.id, version: 2, status: 'awaiting_approval' },
    ]);
  });

  test('another person’s changes are never seen', async () => {
    const [anna, boris] = [stage.somebody(), stage.somebody()];
    const [hers, his] = [await follow(anna), await follow(boris, '1-x')];
    const { message } = await anna.isAsked();
    await anna.says('yes', message);
    await hers.until(3);
    await setTimeout(50);
    expect(his.events).toEqual([]);
  });

  test('two pages of one person both see it, and one that was closed is forgotten', async () => {
    const anna = stage.somebody();
    const [one, two, closed] = [await follow(anna), await follow(anna), await follow(anna)];
    closed.close();
    await anna.isAsked();
    await Promise.all([one.until(1), two.until(1)]);
    expect(closed.events).toEqual([]);
  });

  test('goes on after a break: what was missed comes first, oldest change first, then what happens', async () => {
    const anna = stage.somebody();
    const first = await follow(anna);
    const seen = await anna.isAsked({ title: 'seen' });
    const [last] = await first.until(1);
    first.close();
    await stage.agent.clock.advance(1_000);
    const one = await anna.isAsked({ title: 'one' });
    await stage.agent.clock.advance(1_000);
    const two = await anna.isAsked({ title: 'two' });
    await stage.agent.clock.advance(1_000);
    await anna.patch(`/actions/${one.action.id}`, { status: 'rejected' });
    await stage.agent.settle();
    const again = await follow(anna, last?.id);
    const missed = (await again.until(2))
      .map(({ data }) => data)
      .filter((data) => JSON.stringify(data).includes(seen.action.id) === false);
    expect(missed).toMatchObject([
      { actionId: two.action.id, status: 'awaiting_approval' },
      { actionId: one.action.id, status: 'rejected' },
    ]);
    const count = again.events.length;
    await anna.patch(`/actions/${two.action.id}`, { status: 'rejected' });
    await stage.agent.settle();
    expect((await again.until(count + 1)).at(-1)?.data).toMatchObject({ actionId: two.action.id, status: 'rejected' });
  });

  test('an id from what was caught up is one to go on from', async () => {
    const anna = stage.somebody();
    await anna.isAsked();
    const caughtUp = await follow(anna, '1-x');
    const [event] = await caughtUp.until(1);
    await stage.agent.clock.advance(1_000);
    const { action } = await anna.isAsked({ title: 'later' });
    const again = await follow(anna, event?.id);
    const events = await again.until(1);
    expect(events.at(-1)?.data).toMatchObject({ actionId: action.id });
  });

  test.each(['abc', '-5', '1e400', ''])('a Last-Event-ID of %j means from now on', async (id) => {
    const anna = stage.somebody();
    await anna.isAsked();
    const reader = await follow(anna, id);
    await setTimeout(20);
    expect([reader.status, reader.events]).toEqual([200, []]);
  });

  test('a query is 422', async () => {
    expect((await stage.somebody().get('/actions/stream?userId=boris')).status).toBe(422);
  });
});
