import { type StandIn, serveSlack } from '@intexuraos/connectors/testing';
import { createManualClock } from '@intexuraos/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { performances } from './adapters/documents/performance-collection.ts';
import { type CallbackReceiver, receiveCallbacks } from './testing/receive-callbacks.ts';
import type { Served } from './testing/serve.ts';
import { messageWish, serveWithSlack } from './testing/slack-messages.ts';

const minute = 60_000;
/** Before each attempt but the first. */
const pausesMs = [5_000, 5 * minute, 30 * minute, 120 * minute, 300 * minute, 600 * minute, 600 * minute];

const Callback = z.object({
  attempts: z.number(),
  delivered_at: z.string().nullable(),
  next_at: z.string().nullable(),
  problem: z.string().nullable(),
});
const Request = z.object({ data: z.object({ request: z.object({ status: z.string(), callback: Callback }) }) });
const Outcome = z.object({ data: z.object({ outcome: z.string() }) });
const Planned = z.object({ schedule_id: z.string() });
const Letters = z.object({
  data: z.object({ deadLetters: z.array(z.object({ id: z.string(), subscription: z.string(), reason: z.string() })) }),
});

const orderBy = { field: 'receivedAt', direction: 'descending' } as const;

let slack: StandIn;
let receiver: CallbackReceiver;
beforeAll(async () => {
  [slack, receiver] = await Promise.all([serveSlack(), receiveCallbacks()]);
});
afterAll(() => Promise.all([slack.close(), receiver.close()]));

let clock: ReturnType<typeof createManualClock>;
let served: Served;
beforeEach(async () => {
  clock = createManualClock(Date.now());
  receiver.told.splice(0);
  served = await serveWithSlack(slack, { clock, variables: { INTEXURAOS_OPERATION_LEASE_MS: '6000' } });
});
afterEach(() => served.close());

/** Posts something whose outcome is to be told; resolves to the id of the request. */
async function perform(fields: object = {}): Promise<string> {
  const body = messageWish('Lunch is at noon', { callback_url: receiver.url, ...fields });
  const { headers, status, text } = await served.call('POST', '/perform_action', { userId: 'anna', body });
  if (status >= 300) throw new Error(text);
  return headers.get('x-request-id') ?? '';
}
const sweep = () => served.call('POST', '/internal/operations/retry-pending', { isService: true, body: {} });
const callbackOf = async (requestId: string) =>
  Request.parse((await served.call('GET', `/requests/${requestId}`, { userId: 'anna' })).json).data.request.callback;
/** Once what came back has been written down. */
async function settled(requestId: string, attempts: number): Promise<z.infer<typeof Callback>> {
  for (;;) {
    const callback = await callbackOf(requestId);
    const isNoted = callback.delivered_at !== null || callback.problem !== null;
    if (callback.attempts === attempts && isNoted) return callback;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const operate = (method: string, path: string) =>
  served.call(method, `/operations/dead-letters${path}`, { userId: 'olga', isOperator: true });
const letters = async () => Letters.parse((await operate('GET', '')).json).data.deadLetters;

const outcomesTold = () => receiver.told.map(({ body }) => Outcome.parse(JSON.parse(body)).data.outcome);

/** Until nobody tries any more. */
async function giveUp(requestId: string): Promise<void> {
  receiver.plan(...[0, ...pausesMs].map(() => 503));
  await settled(requestId, 1);
  for (const [index, pauseMs] of pausesMs.entries()) {
    await clock.advance(pauseMs);
    await sweep();
    await settled(requestId, index + 2);
  }
}

test('the outcome is told at once, signed with the person’s own secret', async () => {
  const requestId = await perform();
  const [call] = await receiver.toldTimes(1);
  const reply = await served.call('GET', '/callbacks/secret', { userId: 'anna' });
  const { secret } = z.object({ data: z.object({ secret: z.string() }) }).parse(reply.json).data;
  expect(new Webhook(secret).verify(call?.body ?? '', { ...call?.headers })).toMatchObject({
    type: 'operation.finished',
    data: { request_id: requestId, outcome: 'executed', user_id: 'anna' },
  });
  expect(() => new Webhook(secret).verify(`${call?.body} `, { ...call?.headers })).toThrow('signature');
  expect(await settled(requestId, 1)).toMatchObject({ delivered_at: expect.any(String), next_at: null, problem: null });
});

test('an address that does not take it is told again after five seconds, with the same id and body, and then no more', async () => {
  receiver.plan(500);
  const requestId = await perform();
  expect(await settled(requestId, 1)).toMatchObject({ delivered_at: null, problem: 'answered 500' });
  await clock.advance(5_000);
  expect(await settled(requestId, 2)).toMatchObject({ problem: null, next_at: null });
  await clock.advance(600 * minute);
  await sweep();
  const [first, second, ...more] = receiver.told;
  expect(more).toEqual([]);
  expect([second?.id, second?.body]).toEqual([first?.id, first?.body]);
});

test('what is tried again under its key and ends otherwise is another message, told from the beginning', async () => {
  const idempotencyKey = 'twice';
  const body = messageWish('Lunch is at noon', { callback_url: receiver.url });
  slack.plan(403);
  for (const times of [1, 2]) {
    await served.call('POST', '/perform_action', { userId: 'anna', idempotencyKey, body });
    await receiver.toldTimes(times);
  }
  expect(outcomesTold()).toEqual(['not_executed', 'executed']);
  expect(new Set(receiver.told.map(({ id }) => id)).size).toBe(2);
});

test('what was taken back before its time is told as that', async () => {
  const run_at = new Date(clock.now() + 60 * minute).toISOString();
  const body = messageWish('Lunch is at noon', { callback_url: receiver.url, run_at });
  const { schedule_id } = Planned.parse((await served.call('POST', '/perform_action', { userId: 'anna', body })).json);
  await served.call('DELETE', `/schedules/${schedule_id}`, { userId: 'anna' });
  await sweep();
  await receiver.toldTimes(1);
  expect(outcomesTold()).toEqual(['cancelled']);
});

test.each([
  ['redirect', 'answered 307'],
  ['hang', 'no answer: timeout'],
  [404, 'answered 404'],
] as const)('an address that answers %s has not taken it', async (answer, problem) => {
  receiver.plan(answer);
  const requestId = await perform();
  expect(await settled(requestId, 1)).toMatchObject({ delivered_at: null, problem });
});

test('after each pause it is tried once, however many sweep, and after eight attempts it lies among the dead letters', async () => {
  const requestId = await perform();
  receiver.plan(...[0, ...pausesMs].map(() => 503));
  await settled(requestId, 1);
  for (const [index, pauseMs] of pausesMs.entries()) {
    await clock.advance(pauseMs - 1);
    await sweep();
    expect((await callbackOf(requestId)).attempts).toBe(index + 1);
    await clock.advance(1);
    await Promise.all([sweep(), sweep(), sweep()]);
    await settled(requestId, index + 2);
  }
  await clock.advance(6_000 * minute);
  await sweep();
  expect(receiver.told).toHaveLength(pausesMs.length + 1);
  expect(await letters()).toMatchObject([
    { subscription: 'operation-callbacks', reason: expect.stringContaining('answered 503') },
  ]);
});

test('an operator has a dead letter sent again: it is told from the beginning, with the same id', async () => {
  const requestId = await perform();
  await giveUp(requestId);
  const [letter] = await letters();
  receiver.plan(503);
  expect((await operate('POST', `/${letter?.id}/redrive`)).status).toBe(200);
  expect((await operate('POST', `/${letter?.id}/redrive`)).status).toBe(200);
  await served.deliver();
  expect(await settled(requestId, 1)).toMatchObject({ delivered_at: null, problem: 'answered 503' });
  await clock.advance(5_000);
  await sweep();
  expect(await settled(requestId, 2)).toMatchObject({ delivered_at: expect.any(String), problem: null });
  expect(receiver.told).toHaveLength(pausesMs.length + 3);
  expect(new Set(receiver.told.map(({ id }) => id)).size).toBe(1);
});

test('a dead letter whose operation is forgotten does nothing when it is sent again', async () => {
  const requestId = await perform();
  await giveUp(requestId);
  const [letter] = await letters();
  const before = receiver.told.length;
  const stored = await served.store.query(performances, { where: { userId: 'anna' }, orderBy, limit: 1 });
  for (const { id } of stored.docs) await served.store.commit([{ kind: 'delete', collection: performances, id }]);
  await operate('POST', `/${letter?.id}/redrive`);
  await served.deliver();
  expect(receiver.told).toHaveLength(before);
});

test('what a schedule performs is told too, each time that it fires; times that passed while nothing ran are one', async () => {
  await perform({ cron: '0 9 * * *' });
  await clock.advance(3 * 24 * 60 * minute);
  await Promise.all([sweep(), sweep()]);
  await sweep();
  await receiver.toldTimes(1);
  await clock.advance(24 * 60 * minute);
  await sweep();
  await receiver.toldTimes(2);
  expect(new Set(receiver.told.map(({ id }) => id)).size).toBe(2);
  for (const { body } of receiver.told) expect(JSON.parse(body)).toMatchObject({ data: { outcome: 'executed' } });
});
