import { afterEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createFigureBook } from '../adapters/documents/figures.ts';
import { noTally } from '../domain/figures.ts';
import { describeAgent, type Stage } from '../testing/describe-agent.ts';
import type { Reply } from '../testing/http-call.ts';
import { audiences, bearer, issuers } from '../testing/issuers.ts';

const Stuck = z.object({
  stuck: z.array(z.looseObject({ actionId: z.string(), userId: z.string(), reason: z.string() })),
  nextCursor: z.string().nullable(),
});
const Latency = z.object({ count: z.number(), p50Ms: z.number().nullable() });
const Counts = z.object({
  created: z.number(),
  approved: z.number(),
  rejected: z.number(),
  completed: z.number(),
  failed: z.number(),
  timeToApprove: Latency,
  timeToRun: Latency,
});
const Figures = z.object({ hours: z.array(Counts.extend({ hour: z.string() })), total: Counts, isWhole: z.boolean() });

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

function operatorOf(stage: Stage, scope = 'operate') {
  const get = async (path: string): Promise<Reply> => {
    const authorization = await bearer((await issuers()).people, stage.agent.clock, {
      aud: audiences.user,
      sub: 'olga',
      scope,
    });
    return stage.agent.call({ method: 'GET', path, headers: { authorization } });
  };
  return {
    get,
    stuck: async (query = '') => Stuck.parse((await get(`/operations/stuck${query}`)).data),
    figures: async (query = '') => Figures.parse((await get(`/operations/figures${query}`)).data),
  };
}

describeAgent('what operators see of stuck actions', (stage) => {
  const operator = operatorOf(stage);
  const reasonOf = async (id: string) =>
    (await operator.stuck('?limit=100')).stuck.find(({ actionId }) => actionId === id)?.reason;

  afterEach(async () => {
    stage.agent.bus.isDown = false;
    await stage.agent.sweep();
  });

  test('an action that nothing can carry out is among them until its owner mends it', async () => {
    const anna = stage.somebody();
    const { id } = await anna.creates({ type: 'shopping', title: 'Private words' });
    await stage.agent.settle();
    expect(await reasonOf(id)).toBe('UNSUPPORTED_TYPE');
    const { text } = await operator.get('/operations/stuck');
    expect([text.includes(anna.userId), text.includes('Private')]).toEqual([true, false]);
    await anna.patch(`/actions/${id}`, { type: 'todo' });
    expect(await reasonOf(id)).toBeUndefined();
  });

  test('an action that sweeps tell in vain is among them once it has waited long, and no longer when it was heard', async () => {
    stage.agent.bus.isDown = true;
    const { id } = await stage.somebody().creates();
    expect(await reasonOf(id)).toBeUndefined();
    for (let minute = 0; minute < 12; minute += 1) {
      stage.agent.clock.jump(minuteMs);
      await stage.agent.sweep();
    }
    expect(await reasonOf(id)).toBe('UNTOLD');
    stage.agent.bus.isDown = false;
    stage.agent.clock.jump(20 * minuteMs);
    await stage.agent.sweep();
    expect(await reasonOf(id)).toBeUndefined();
  });

  test('an action that no sweep has come to is among them', async () => {
    stage.agent.bus.isDown = true;
    const { id } = await stage.somebody().creates();
    stage.agent.clock.jump(11 * minuteMs);
    const { stuck } = await operator.stuck('?limit=100');
    expect(stuck.find(({ actionId }) => actionId === id)).toMatchObject({ reason: 'OVERDUE', untold: ['created'] });
  });

  test('pages hold each of them once', async () => {
    const people = [stage.somebody(), stage.somebody(), stage.somebody()];
    const ids = await Promise.all(people.map(async (person) => (await person.creates({ type: 'shopping' })).id));
    await stage.agent.settle();
    const found: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: z.infer<typeof Stuck> = await operator.stuck(
        `?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      found.push(...page.stuck.map(({ actionId }) => actionId));
      cursor = page.nextCursor;
    }
    expect([new Set(found).size, ids.every((id) => found.includes(id))]).toEqual([found.length, true]);
  });

  test.each(['?cursor=nonsense', '?cursor=stuck:nonsense', '?limit=0', '?limit=101', '?userId=anna'])(
    '%s is refused',
    async (query) => expect((await operator.get(`/operations/stuck${query}`)).status).toBe(422),
  );
});

describeAgent('what operators see of everybody’s actions', (stage) => {
  const operator = operatorOf(stage);

  async function news(happen: () => Promise<void>) {
    const before = (await operator.figures()).total;
    await happen();
    const { created, approved, rejected, completed, failed } = (await operator.figures()).total;
    return [
      created - before.created,
      approved - before.approved,
      rejected - before.rejected,
      completed - before.completed,
      failed - before.failed,
    ];
  }

  test('each change counts once, at once, whoever’s action it is', async () => {
    const [anna, ben] = [stage.somebody(), stage.somebody()];
    const counted = await news(async () => {
      const { message } = await anna.isAsked();
      await anna.says('yes', message);
      const asked = await ben.isAsked();
      await ben.says('no', asked.message);
      await stage.agent.settle();
    });
    expect(counted).toEqual([2, 1, 1, 1, 0]);
  });

  test('the time to a yes is that of the person', async () => {
    const anna = stage.somebody();
    const { message } = await anna.isAsked();
    const before = (await operator.figures()).total.timeToApprove.count;
    stage.agent.clock.jump(2 * minuteMs);
    await anna.says('yes', message);
    const { timeToApprove } = (await operator.figures()).total;
    expect([timeToApprove.count - before, timeToApprove.p50Ms !== null]).toEqual([1, true]);
  });

  test('hours run without a gap up to this one, also those that the process has written down and forgotten', async () => {
    await stage.somebody().creates();
    stage.agent.clock.jump(2 * hourMs);
    await stage.agent.sweep();
    await stage.somebody().creates();
    const { hours, total, isWhole } = await operator.figures('?hours=3');
    const times = hours.map(({ hour }) => Date.parse(hour));
    expect([times.length, (times[2] ?? 0) - (times[0] ?? 0), isWhole]).toEqual([3, 2 * hourMs, true]);
    expect(times[2]).toBe(Math.floor(stage.agent.clock.now() / hourMs) * hourMs);
    expect(hours.map(({ created }) => created > 0)).toEqual([true, false, true]);
    expect(total.created).toBe(hours.reduce((sum, { created }) => sum + created, 0));
  });

  test('another process’s figures are added to one’s own', async () => {
    const before = await operator.figures('?hours=1');
    const hour = Date.parse(before.hours[0]?.hour ?? '');
    await createFigureBook(stage.agent.store).write({ hour, instance: 'another', tally: { ...noTally, created: 7 } });
    expect((await operator.figures('?hours=1')).total.created).toBe(before.total.created + 7);
  });

  test.each(['?hours=0', '?hours=169', '?hours=1.5', '?userId=anna'])('%s is refused', async (query) =>
    expect((await operator.get(`/operations/figures${query}`)).status).toBe(422),
  );
});

describeAgent('without the operator’s right', (stage) => {
  test.each(['/operations/stuck', '/operations/figures', '/operations/dead-letters'])(
    '%s is 403 and shows nothing of anybody',
    async (path) => {
      const anna = stage.somebody();
      await anna.creates({ type: 'shopping' });
      for (const reply of [await stage.somebody().get(path), await operatorOf(stage, 'openid').get(path)]) {
        expect([reply.status, reply.text.includes(anna.userId)]).toEqual([403, false]);
      }
      expect((await stage.agent.internally('GET', path)).status).toBe(401);
    },
  );
});
