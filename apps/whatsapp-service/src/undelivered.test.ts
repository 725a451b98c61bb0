import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { refuses } from './testing/cloud-api-stand-in.ts';
import { anAsk, aStatus, statuses } from './testing/payloads.ts';
import { ann, startWorld, type World } from './testing/start-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const Undelivered = z.object({
  data: z.object({
    undelivered: z.array(z.looseObject({ messageKey: z.string(), errorCode: z.string().nullable() })),
    nextCursor: z.string().nullable(),
  }),
});
const ask = (query = '', authorization = 'Bearer olga') =>
  fetch(`${world.server.url}/operations/deliveries${query}`, { headers: { authorization } });
const list = async (query = '') => Undelivered.parse(await (await ask(query)).json()).data;

test('a question that WhatsApp refuses is shown to operators, without what it says', async () => {
  world.cloudApi.next(refuses(400, 131_026));
  await world.send(anAsk());
  const { undelivered } = await list();
  expect(undelivered).toMatchObject([
    { kind: 'ask', actionId: 'a1', userId: ann.userId, errorCode: '131026', attempts: 1 },
  ]);
  expect(JSON.stringify(undelivered)).not.toContain('milk');
});

test('what WhatsApp reports as failed later is shown, until it did arrive after all', async () => {
  await world.send(anAsk());
  expect((await list()).undelivered).toEqual([]);
  await world.webhook(statuses(aStatus('failed', { errors: [{ code: 131_026, title: 'Undeliverable' }] })));
  expect((await list()).undelivered).toMatchObject([{ errorCode: '131026' }]);
  await world.webhook(statuses(aStatus('delivered')));
  expect((await list()).undelivered).toEqual([]);
});

test('what this service said by itself is about no action', async () => {
  world.cloudApi.next(refuses(400, 131_026));
  await world.send(anAsk({ messageKey: 'notice:unsupported:auth0|ann:1' }));
  expect((await list()).undelivered).toMatchObject([{ kind: 'notice', actionId: null }]);
});

test('pages run from the newest to the oldest; a made-up cursor or field is refused', async () => {
  for (const n of [1, 2, 3]) {
    world.cloudApi.next(refuses(400, 131_026));
    await world.send(anAsk({ messageKey: `report:a${n}:1:1` }));
    world.clock.jump(1);
  }
  const first = await list('?limit=2');
  const second = await list(`?limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
  const keys = [...first.undelivered, ...second.undelivered].map(({ messageKey }) => messageKey);
  expect([keys, second.nextCursor]).toEqual([['report:a3:1:1', 'report:a2:1:1', 'report:a1:1:1'], null]);
  for (const query of ['?cursor=nonsense', '?limit=0', '?userId=auth0|ann'])
    expect((await ask(query)).status).toBe(422);
});

test('a person who does not operate is shown nothing', async () => {
  world.cloudApi.next(refuses(400, 131_026));
  await world.send(anAsk());
  const answer = await ask('', 'Bearer ann');
  expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining(ann.userId)]);
});
