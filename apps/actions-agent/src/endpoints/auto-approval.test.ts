import { type AutoApprovalRule, actionCreated, usualAutoApprovalRules } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { describeAgent } from '../testing/describe-agent.ts';

const path = '/internal/users/:userId/auto-approval-rules';
const rememberedMs = 5_000;
const dayMs = 24 * 3_600_000;

const shopping: AutoApprovalRule = {
  id: 'shopping',
  name: 'Shopping',
  actionTypes: ['todo', 'calendar'],
  confidenceMin: 0.8,
  conditions: { titleContains: ['buy'] },
  perDayMax: 2,
};
const milk = { title: 'Buy milk', confidence: 0.9 };

describeAgent('rules that approve in a person’s place', (stage) => {
  const has = (...rules: readonly AutoApprovalRule[]) => stage.agent.neighbours.plays(path, () => ({ rules }));
  beforeEach(() => has(shopping));
  const lookUps = (userId: string) =>
    stage.agent.neighbours.received(path).filter(({ body }) => 'userId' in body && body.userId === userId).length;

  async function made(person: ReturnType<typeof stage.somebody>, fields: object = milk) {
    const { id } = await person.creates(fields);
    await stage.agent.settle();
    return person.action(id);
  }

  test('approve, run and report, and every trace names the rule and how to stop it', async () => {
    const anna = stage.somebody();
    const { id, status, approval } = await made(anna);
    expect({ status, approval }).toMatchObject({
      status: 'completed',
      approval: { by: 'policy:shopping', channel: 'policy', rule: { id: 'shopping', name: 'Shopping' } },
    });
    const [report, ...others] = anna.phone(id).map(({ message }) => message);
    expect(others).toEqual([]);
    expect(report?.split('\n').at(-1)).toBe(
      'Nobody was asked: your rule "Shopping" approved it. Stop it: https://app.intexuraos.test/#/settings?rule=shopping',
    );
    const { data } = await anna.get(`/actions/${id}/events`);
    expect(data).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({ event: 'autoApprove', by: 'policy', channel: 'policy', note: 'Shopping' }),
      ]),
    });
  });

  test.each([
    ['is less sure', { ...milk, confidence: 0.79 }],
    ['has another title', { ...milk, title: 'Sell milk' }],
    ['has another type', { ...milk, type: 'note' }],
  ])('leave alone what %s', async (_, fields) => {
    expect(await made(stage.somebody(), fields)).toMatchObject({ status: 'awaiting_approval', approval: null });
  });

  test('leave to the person what they were asked about: a yes that came too late brings the question again', async () => {
    has();
    const anna = stage.somebody();
    const { message } = await anna.isAsked(milk);
    await stage.agent.clock.advance(dayMs + 1_000);
    has({ ...shopping, confidenceMin: 0.5 });
    const heard = await anna.says('yes', message);
    expect(heard.map(({ message }) => message)).toContainEqual(expect.stringContaining('I am asking again.'));
    const [kind, copy = ''] = heard.at(-1)?.messageKey.split(':') ?? [];
    expect(kind).toBe('ask');
    expect(await anna.action(copy)).toMatchObject({ status: 'awaiting_approval', approval: null, confidence: 0.9 });
  });

  test('judge a link by the host that would be saved', async () => {
    has({ ...shopping, actionTypes: ['link'], conditions: { urlHosts: ['example.org'] } });
    const anna = stage.somebody();
    const link = (url: string) => made(anna, { ...milk, type: 'link', payload: { url } });
    expect(await link('https://a.example.org/')).toMatchObject({ status: 'completed' });
    expect(await link('https://example.org.evil.test/')).toMatchObject({ status: 'awaiting_approval' });
  });

  test('decide about a type whose facts are worked out first, once they are there', async () => {
    const event = { ...milk, type: 'calendar' };
    expect(await made(stage.somebody(), event)).toMatchObject({
      status: 'completed',
      approval: { rule: { id: 'shopping' } },
    });
    stage.agent.neighbours.plays('/internal/calendar/preview', () => ({
      status: 'failed',
      summary: 'x',
      timeZone: 'UTC',
      reasoning: 'x',
      error: 'no day',
    }));
    expect(await made(stage.somebody(), event)).toMatchObject({ status: 'awaiting_approval', approval: null });
  });

  test('approve as often as they may in 24 hours; the rest is asked about, and the next day they may again', async () => {
    const anna = stage.somebody();
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await made(anna)).status);
    expect(statuses).toEqual(['completed', 'completed', 'awaiting_approval']);
    expect(await made(stage.somebody())).toMatchObject({ status: 'completed' });
    await stage.agent.clock.advance(dayMs + 1_000);
    expect(await made(anna)).toMatchObject({ status: 'completed' });
  });

  test('five at once do not pass the cap', async () => {
    const anna = stage.somebody();
    const ids = await Promise.all(Array.from({ length: 5 }, async () => (await anna.creates(milk)).id));
    const events = stage.agent.bus.of(actionCreated).filter(({ actionId }) => ids.includes(actionId));
    await Promise.all(events.map((event) => stage.agent.push('actions-queue', event)));
    await stage.agent.settle();
    const statuses = await Promise.all(ids.map(async (id) => (await anna.action(id)).status));
    expect(statuses.toSorted()).toEqual([
      'awaiting_approval',
      'awaiting_approval',
      'awaiting_approval',
      'completed',
      'completed',
    ]);
  });

  test('that have no approval left give way to the next that fits', async () => {
    has({ ...shopping, perDayMax: 1 }, { ...shopping, id: 'second', name: 'Second' });
    const anna = stage.somebody();
    const rules = [];
    for (let n = 0; n < 2; n += 1) rules.push((await made(anna)).approval?.rule?.id);
    expect(rules).toEqual(['shopping', 'second']);
  });

  test('that were deleted approve nothing more, a few seconds later at most', async () => {
    const anna = stage.somebody();
    expect(await made(anna)).toMatchObject({ status: 'completed' });
    has();
    await stage.agent.clock.advance(rememberedMs);
    expect(await made(anna)).toMatchObject({ status: 'awaiting_approval' });
  });

  test('are looked up once for what comes at once, and not for a type that nothing can carry out', async () => {
    const [anna, ben] = [stage.somebody(), stage.somebody()];
    for (let n = 0; n < 3; n += 1) await made(anna, { ...milk, confidence: 0.1 });
    await made(ben, { ...milk, type: 'shopping' });
    expect([lookUps(anna.userId), lookUps(ben.userId)]).toEqual([1, 0]);
  });

  test.each([
    ['does not answer', 'UNAVAILABLE', 'awaiting_approval'],
    ['refuses us', 'FORBIDDEN', 'awaiting_approval'],
    ['has never heard of rules, which leaves what holds for everybody', 'NOT_FOUND', 'completed'],
  ] as const)('user-service %s', async (_, code, status) => {
    stage.agent.neighbours.plays(path, () => {
      throw new AppError(code, 'no rules here');
    });
    const link = { type: 'link', confidence: 1, payload: { url: 'https://a.example.org/' } };
    expect(await made(stage.somebody(), link)).toMatchObject({ status });
    expect(await made(stage.somebody())).toMatchObject({ status: 'awaiting_approval' });
    has(...usualAutoApprovalRules);
  });

  describe('POST /actions/auto-approval/back-test', () => {
    const { id: _id, ...rule } = { ...shopping, perDayMax: 10 };
    const tries = (person: ReturnType<typeof stage.somebody>, wanted: object = rule) =>
      person.post('/actions/auto-approval/back-test', { rule: wanted });

    test('says what the rule would have approved, and what the person made of it', async () => {
      has();
      const anna = stage.somebody();
      const [kept, refused, changed, open] = [await made(anna), await made(anna), await made(anna), await made(anna)];
      await made(anna, { ...milk, title: 'Sell milk' });
      await made(stage.somebody());
      await anna.patch(`/actions/${kept.id}`, { status: 'pending' });
      await anna.patch(`/actions/${refused.id}`, { status: 'rejected' });
      await anna.patch(`/actions/${changed.id}`, { title: 'Buy oat milk' });
      const before = stage.agent.store.documents();
      const { status, data } = await tries(anna);
      expect(status).toBe(200);
      expect(data).toMatchObject({
        looked: 5,
        isComplete: true,
        overCap: 0,
        counts: { approved: 1, rejected: 1, edited: 1, rule: 0, none: 1 },
      });
      const idsOf = (list: 'against' | 'others') =>
        (data as { [name in typeof list]: { id: string }[] })[list].map(({ id }) => id).toSorted();
      expect(idsOf('against')).toEqual([refused.id, changed.id].toSorted());
      expect(idsOf('others')).toEqual([kept.id, open.id].toSorted());
      expect(stage.agent.store.changedSince(before)).toEqual([]);
    });

    test('looks at the last five hundred and says that there are more', async () => {
      has();
      const anna = stage.somebody();
      for (let n = 0; n < 510; n += 1) await anna.creates(milk);
      const { data } = await tries(anna, { ...rule, perDayMax: 3 });
      expect(data).toMatchObject({ looked: 500, isComplete: false, overCap: 497 });
    });

    test.each([
      [{ ...rule, actionTypes: ['todo', 'shopping'] }, 'rule.actionTypes.1'],
      [{ ...rule, confidenceMin: 2 }, 'rule.confidenceMin'],
      [{ ...rule, conditions: { colour: 'red' } }, 'rule.conditions.colour'],
    ])('%j is refused beside the field', async (wanted, where) => {
      expect(await tries(stage.somebody(), wanted)).toMatchObject({
        status: 422,
        error: { code: 'VALIDATION_FAILED', details: [{ path: where }] },
      });
    });
  });
});
