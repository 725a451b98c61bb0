import { createNeighbours } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createAutoApprovalRules } from './adapters/documents/auto-approval-rules.ts';
import { internalSecret, type Served, serve, storeNames } from './testing/serve.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const path = '/me/auto-approval-rules';
const shopping = { name: 'Shopping', actionTypes: ['todo'], confidenceMin: 0.8 };
const usual = { id: 'certain-links', actionTypes: ['link'], confidenceMin: 0.9, perDayMax: null };

interface Rule {
  readonly id: string;
  readonly name: string;
}

describe.each(storeNames)('rules for what needs no question, kept in %s', (storeName) => {
  async function served(): Promise<Served> {
    const running = await serve(storeName);
    closing.push(() => running.close());
    return running;
  }
  const rulesOf = async (app: Served, userId = 'anna') =>
    ((await app.as(userId, 'GET', path)).data as { rules: Rule[] }).rules;
  const add = async (app: Served, rule: object) => {
    const { status, data } = await app.as('anna', 'POST', path, rule);
    return { status, rule: (data as { rule: Rule } | undefined)?.rule };
  };

  test('somebody new has the rule for certain links, and can be without it', async () => {
    const app = await served();
    expect(await rulesOf(app)).toMatchObject([usual]);
    expect(await app.as('anna', 'DELETE', `${path}/certain-links`)).toMatchObject({ status: 200 });
    expect(await rulesOf(app)).toEqual([]);
    expect(await rulesOf(app, 'boris')).toMatchObject([usual]);
  });

  test('a rule is kept with what it says, a cap and an id', async () => {
    const app = await served();
    const conditions = {
      originKinds: ['command'],
      titleContains: ['buy'],
      urlHosts: ['Example.COM', 'bücher.example'],
    };
    const { status, rule } = await add(app, { ...shopping, conditions });
    expect(status).toBe(201);
    expect(rule).toEqual({
      ...shopping,
      id: expect.any(String),
      perDayMax: 10,
      conditions: { ...conditions, urlHosts: ['example.com', 'xn--bcher-kva.example'] },
    });
    expect(await rulesOf(app)).toEqual([expect.objectContaining(usual), rule]);
  });

  test('the same rule twice is one', async () => {
    const app = await served();
    const replies = [await add(app, shopping), await add(app, shopping)];
    expect(replies.map(({ status }) => status)).toEqual([201, 200]);
    expect(await rulesOf(app)).toHaveLength(2);
  });

  test('five at once are all kept', async () => {
    const app = await served();
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(names.map((name) => add(app, { ...shopping, name })));
    const kept = (await rulesOf(app)).map(({ name }) => name);
    expect(kept.filter((name) => names.includes(name)).sort()).toEqual(names);
  });

  test('services read them as the person has them', async () => {
    const app = await served();
    const urls = { INTEXURAOS_USER_SERVICE_URL: app.url };
    const neighbours = createNeighbours({ urls, internalAuthToken: internalSecret });
    closing.push(() => neighbours.close());
    await add(app, shopping);
    expect(await neighbours.connect(userService).autoApprovalRules('anna')).toEqual({
      kind: 'answered',
      data: { rules: await rulesOf(app) },
    });
  });

  test('somebody else’s rule and an unknown one are 404, and stay', async () => {
    const app = await served();
    const { rule } = await add(app, shopping);
    expect(await app.as('boris', 'DELETE', `${path}/${rule?.id}`)).toMatchObject({ status: 404 });
    expect(await app.as('anna', 'DELETE', `${path}/never-was`)).toMatchObject({ status: 404 });
    expect(await rulesOf(app)).toHaveLength(2);
  });

  test('there are at most twenty, and the twenty-first is refused in words', async () => {
    const app = await served();
    for (let n = 1; n < 20; n++) await add(app, { ...shopping, name: `Rule ${n}` });
    expect(await app.as('anna', 'POST', path, { ...shopping, name: 'One more' })).toMatchObject({
      status: 422,
      error: { details: [{ message: expect.stringContaining('at most 20') }] },
    });
    expect((await add(app, { ...shopping, name: 'Rule 1' })).status).toBe(200);
  });
});

test.each([
  ['shopping', 'a type that nothing carries out'],
  ['toString', 'no type at all'],
])('a rule for "%s", %s, is refused with the types that a rule may name', async (type) => {
  const app = await serve();
  closing.push(() => app.close());
  expect(await app.as('anna', 'POST', path, { ...shopping, actionTypes: ['todo', type] })).toMatchObject({
    status: 422,
    error: {
      code: 'VALIDATION_FAILED',
      details: [
        {
          path: 'actionTypes.1',
          message: 'expected an action type of low risk: calendar, linear, link, note, reminder, research, todo',
        },
      ],
    },
  });
  expect((await app.as('anna', 'GET', path)).data).toMatchObject({ rules: [usual] });
});

test('a rule from before, for a type that is gone, is still shown and can be deleted', async () => {
  const app = await serve();
  closing.push(() => app.close());
  const old = { ...shopping, id: 'old', actionTypes: ['shopping'], conditions: {}, perDayMax: 10 };
  await createAutoApprovalRules(app.store).save('anna', null, [old]);
  expect((await app.as('anna', 'GET', path)).data).toMatchObject({ rules: [old] });
  expect(await app.as('anna', 'DELETE', `${path}/old`)).toMatchObject({ status: 200 });
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ actionTypes: [] }, 'actionTypes'],
  [{ actionTypes: ['A type'] }, 'actionTypes.0'],
  [{ confidenceMin: 1.5 }, 'confidenceMin'],
  [{ confidenceMin: '0.9' }, 'confidenceMin'],
  [{ confidenceMin: undefined }, 'confidenceMin'],
  [{ perDayMax: 0 }, 'perDayMax'],
  [{ perDayMax: 101 }, 'perDayMax'],
  [{ perDayMax: null }, 'perDayMax'],
  [{ conditions: { originKinds: ['stranger'] } }, 'conditions.originKinds.0'],
  [{ conditions: { titleContains: [''] } }, 'conditions.titleContains.0'],
  [{ conditions: { urlHosts: ['https://example.com'] } }, 'conditions.urlHosts.0'],
  [{ conditions: { urlHosts: ['localhost'] } }, 'conditions.urlHosts.0'],
  [{ conditions: { urlHosts: ['user@example.com'] } }, 'conditions.urlHosts.0'],
  [{ conditions: { titleEndsWith: 'x' } }, 'conditions.titleEndsWith'],
  [{ id: 'certain-links' }, 'id'],
  [{ userId: 'boris' }, 'userId'],
])('a rule with %j is refused beside the field', async (change, where) => {
  const app = await serve();
  closing.push(() => app.close());
  expect(await app.as('anna', 'POST', path, { ...shopping, ...change })).toMatchObject({
    status: 422,
    error: { code: 'VALIDATION_FAILED', details: [{ path: where }] },
  });
});
