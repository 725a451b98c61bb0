import { type StandIn, serveSlack } from '@intexuraos/connectors/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createPerformances } from './adapters/documents/performances.ts';
import { schedules } from './adapters/documents/schedule-collection.ts';
import { begun, performanceId, received } from './domain/performance.ts';
import type { Caller, Served } from './testing/serve.ts';
import { messageWish, serveWithSlack } from './testing/slack-messages.ts';

let slack: StandIn;
let served: Served;
beforeAll(async () => {
  slack = await serveSlack();
  served = await serveWithSlack(slack);
});
afterAll(async () => {
  await served.close();
  await slack.close();
});

let texts = 0;
let said = '';
beforeEach(() => {
  texts += 1;
  said = `Lunch is at noon (${texts})`;
});

const post = (fields: object = {}) => messageWish(said, fields);
const perform = (body: object, caller: Caller = { userId: 'anna' }) =>
  served.call('POST', '/perform_action', { ...caller, body });
const sweep = () => served.call('POST', '/internal/operations/retry-pending', { isService: true, body: {} });
const effects = () => slack.ledger.filter(({ key }) => key === said).length;

const RequestBody = z.object({ data: z.object({ request: z.looseObject({ status: z.string() }) }) });
const Accepted = z.object({ request_id: z.string(), schedule_id: z.string() });
const requestOf = async (requestId: string) =>
  RequestBody.parse((await served.call('GET', `/requests/${requestId}`, { userId: 'anna' })).json).data.request;

describe('an operation', () => {
  test('is performed, and answered as it has always been', async () => {
    const { status, json } = await perform(post());
    expect([status, json]).toEqual([
      200,
      { status: 'success', result: { channel: 'C1', ts: expect.any(String), message: 'Message posted' } },
    ]);
    expect(effects()).toBe(1);
  });

  test('leaves an entry under the id of its request, without secrets', async () => {
    const { headers } = await perform(post());
    const reply = await served.call('GET', `/requests/${headers.get('x-request-id')}`, { userId: 'anna' });
    expect(reply.json).toMatchObject({
      data: { request: { user_id: 'anna', platform: 'slack', status: 'executed', attempts: 1, caller: 'person' } },
    });
    expect(reply.text).not.toContain('canary');
  });

  test('of a service is performed for whom it names', async () => {
    expect((await perform(post({ user_id: 'anna' }), { isService: true })).status).toBe(200);
    expect(effects()).toBe(1);
  });

  test.each<[number, string, object, Caller]>([
    [401, 'no token', {}, {}],
    [403, 'somebody else', { user_id: 'boris' }, { userId: 'anna' }],
    [404, 'an unknown platform', { platform: 'fax' }, { userId: 'anna' }],
    [404, 'an operation of every object', { action_type: 'constructor' }, { userId: 'anna' }],
    [404, 'no account', {}, { userId: 'nobody' }],
    [404, 'an account that is not theirs', { connection: 'x' }, { userId: 'anna' }],
    [422, 'a payload that does not fit', { payload: { channel: 7 } }, { userId: 'anna' }],
    [422, 'an unknown field', { platfrom: 'slack' }, { userId: 'anna' }],
    [422, 'a wish for an approval of a simulation', { require_approval: true, simulate: true }, { userId: 'anna' }],
    [
      422,
      'a wish for an approval of what comes again',
      { require_approval: true, cron: '0 9 * * 1' },
      { userId: 'anna' },
    ],
    [422, 'a callback into a private network', { callback_url: 'http://169.254.169.254/' }, { userId: 'anna' }],
    [422, 'a callback to a port of another service', { callback_url: 'https://a.example:22/' }, { userId: 'anna' }],
    [422, 'a callback with a password', { callback_url: 'https://me:pw@a.example/' }, { userId: 'anna' }],
    [422, 'a service that names nobody', {}, { isService: true }],
  ])('%i for %s, in the wire format of the first version, and nothing leaves', async (status, _, fields, caller) => {
    const calls = slack.calls();
    const reply = await perform(post(fields), caller);
    const error = expect.objectContaining({ code: expect.any(String), message: expect.any(String) });
    expect([reply.status, reply.json]).toEqual([status, { status: 'error', error, request_id: expect.any(String) }]);
    expect(slack.calls()).toBe(calls);
  });

  test('for somebody else stands in the log of who asked, as refused', async () => {
    await perform(post({ user_id: 'boris' }), { userId: 'anna' });
    const { json } = await served.call('GET', '/requests?limit=100', { userId: 'anna' });
    const ofBoris = expect.objectContaining({ error: expect.objectContaining({ code: 'FORBIDDEN' }) });
    expect(json).toMatchObject({ data: { requests: expect.arrayContaining([ofBoris]) } });
  });

  test('that the platform refuses is 502, and one that comes too often 429 with the time to wait', async () => {
    slack.plan(403);
    expect(await perform(post())).toMatchObject({ status: 502, json: { error: { code: 'FORBIDDEN' } } });
    slack.plan(429, 429, 429);
    const limited = await perform(post());
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
  });
});

describe('a key', () => {
  test('has one effect, however often it comes, and the same answer', async () => {
    const caller = { userId: 'anna', idempotencyKey: said };
    const first = await perform(post(), caller);
    const copies = await Promise.all([perform(post(), caller), perform(post(), caller)]);
    expect(copies.map(({ json }) => json)).toEqual([first.json, first.json]);
    expect(effects()).toBe(1);
  });

  test('that comes five times at once has one effect', async () => {
    const caller = { userId: 'anna', idempotencyKey: said };
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => perform(post(), caller)));
    expect(replies.filter(({ status }) => status !== 200 && status !== 202)).toEqual([]);
    expect(effects()).toBe(1);
  });

  test('of another request is refused', async () => {
    const caller = { userId: 'anna', idempotencyKey: said };
    await perform(post(), caller);
    const reply = await perform(post({ payload: { channel: 'C2', text: said } }), caller);
    expect([reply.status, effects()]).toEqual([422, 1]);
  });

  test('of what certainly did not happen may be tried again', async () => {
    const caller = { userId: 'anna', idempotencyKey: said };
    slack.plan(403);
    expect((await perform(post(), caller)).status).toBe(502);
    expect((await perform(post(), caller)).status).toBe(200);
    expect(effects()).toBe(1);
  });

  test('of a simulation stands for nothing real', async () => {
    const caller = { userId: 'anna', idempotencyKey: said };
    expect(await perform(post({ simulate: true }), caller)).toMatchObject({
      status: 200,
      json: { result: { simulated: true } },
    });
    expect(effects()).toBe(0);
    expect((await perform(post(), caller)).status).toBe(200);
    expect(effects()).toBe(1);
  });
});

describe('what nobody knows the end of', () => {
  test('is said to be unknown, is told to the person once, and is never tried again', async () => {
    const caller = { userId: 'anna', idempotencyKey: said };
    slack.plan('cut after the effect');
    const reply = await perform(post(), caller);
    expect(reply).toMatchObject({ status: 502, json: { error: { code: 'OUTCOME_UNKNOWN' } } });
    await sweep();
    await sweep();
    expect((await perform(post(), caller)).json).toEqual(reply.json);
    expect(effects()).toBe(1);
    const { request_id } = z.object({ request_id: z.string() }).parse(reply.json);
    const told = served.published.filter((event) => JSON.stringify(event).includes(request_id));
    expect(new Set(told.map((event) => z.looseObject({ messageKey: z.string() }).parse(event).messageKey)).size).toBe(
      1,
    );
  });

  test('a process that died over it is taken over when its lease ends: Slack cannot say, so it is unknown', async () => {
    const wished = { platform: 'slack', operation: 'post_message', connectionId: null, simulate: false };
    const payload = { channel: 'C1', text: said };
    const wish = { requestId: said, userId: 'anna', caller: 'person', key: said, wished: { ...wished, payload } };
    const performances = createPerformances(served.store);
    await performances.add(begun(received(wish, 0), 0, 1));
    await sweep();
    const kept = await performances.get(performanceId('anna', said));
    expect([kept?.performance.status, kept?.performance.attempts, effects()]).toEqual(['unknown', 2, 0]);
  });
});

describe('what is planned', () => {
  const planned = async (fields: object) => Accepted.parse((await perform(post(fields))).json);
  const ids = async () => {
    const Schedules = z.object({ data: z.object({ schedules: z.array(z.object({ id: z.string() })) }) });
    return Schedules.parse((await served.call('GET', '/schedules', { userId: 'anna' })).json).data.schedules.map(
      ({ id }) => id,
    );
  };

  const start = Math.floor(Date.now() / 1_000) * 1_000;

  test('runs when its time has come, once', async () => {
    const { request_id, schedule_id } = await planned({ run_at: new Date(Date.now() - 1).toISOString() });
    expect(await ids()).toContain(schedule_id);
    await Promise.all([sweep(), sweep()]);
    expect([(await requestOf(request_id)).status, effects()]).toEqual(['executed', 1]);
    expect(await ids()).not.toContain(schedule_id);
  });

  test('is refused for a moment that is over, or a year away', async () => {
    for (const run_at of ['2020-01-01T00:00:00Z', '2126-01-01T00:00:00Z'])
      expect((await perform(post({ run_at }))).json).toMatchObject({
        error: { code: 'VALIDATION_FAILED', details: [{ path: 'run_at' }] },
      });
  });

  test('does not run when it was taken back', async () => {
    const { request_id, schedule_id } = await planned({ run_at: new Date(Date.now() + 50).toISOString() });
    const cancel = () => served.call('DELETE', `/schedules/${schedule_id}`, { userId: 'anna' });
    expect((await cancel()).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await sweep();
    expect([(await requestOf(request_id)).status, effects(), (await cancel()).status]).toEqual(['cancelled', 0, 409]);
  });

  test('that was taken back is not accepted anew under its key, and no other time is either', async () => {
    const caller = { userId: 'anna', idempotencyKey: said };
    const at = (days: number) => post({ run_at: new Date(start + days * 24 * 3_600_000).toISOString() });
    const { schedule_id } = Accepted.parse((await perform(at(1), caller)).json);
    expect((await perform(at(1), caller)).json).toMatchObject({ status: 'accepted', schedule_id });
    expect((await perform(at(2), caller)).json).toMatchObject({ error: { details: [{ path: 'Idempotency-Key' }] } });
    await served.call('DELETE', `/schedules/${schedule_id}`, { userId: 'anna' });
    const again = await perform(at(1), caller);
    expect([again.status, again.json]).toMatchObject([409, { error: { code: 'CANCELLED' } }]);
  });

  test.each([
    [{ cron: '0 9 * * *', run_at: '2026-12-24T09:00:00Z' }, 'cron'],
    [{ cron: '2027-05-01T00:00:00' }, 'cron'],
    [{ cron: '@daily' }, 'cron'],
    [{ cron: '0 9 * * *', time_zone: '' }, 'time_zone'],
    [{ cron: '0 9 * * *', time_zone: 'Mars/Olympus' }, 'cron'],
  ])('at %j is refused for its %s', async (times, path) => {
    expect((await perform(post(times))).json).toMatchObject({ error: { details: [{ path }] } });
  });

  test('at an impossible time leaves an entry under the id of its request', async () => {
    const { headers } = await perform(post({ run_at: '2020-01-01T00:00:00Z' }));
    expect(await requestOf(headers.get('x-request-id') ?? '')).toMatchObject({ status: 'not_executed' });
  });

  test('by cron is listed with its next time, and taken back', async () => {
    const { schedule_id } = await planned({ cron: '0 9 * * 1-5', time_zone: 'Europe/Warsaw' });
    expect(await ids()).toContain(schedule_id);
    expect((await served.call('DELETE', `/schedules/${schedule_id}`, { userId: 'boris' })).status).toBe(404);
    expect((await served.call('DELETE', `/schedules/${schedule_id}`, { userId: 'anna' })).status).toBe(200);
    expect(await ids()).not.toContain(schedule_id);
  });

  test('by cron twice with one key is one schedule, and with another wish it is refused', async () => {
    const caller = { userId: 'anna', idempotencyKey: said };
    const weekly = { cron: '0 9 * * 1' };
    const first = Accepted.parse((await perform(post(weekly), caller)).json);
    expect((await perform(post(weekly), caller)).json).toMatchObject({ schedule_id: first.schedule_id });
    const others = [post({ cron: '0 10 * * 1' }), post({ ...weekly, payload: { channel: 'C2', text: said } })];
    for (const other of others) expect((await perform(other, caller)).status).toBe(422);
    expect((await ids()).filter((id) => id === first.schedule_id)).toHaveLength(1);
    expect((await served.call('DELETE', `/schedules/${first.schedule_id}`, { userId: 'anna' })).status).toBe(200);
  });

  test('by cron is performed each time that comes, once, and moves on', async () => {
    const { schedule_id } = await planned({ cron: '0 9 * * 1-5' });
    const stored = await served.store.get(schedules, schedule_id);
    if (stored === null) throw new Error('the schedule is not stored');
    const overdue = { ...stored.data, nextAt: Date.now() - 60_000 };
    await served.store.commit([{ kind: 'put', collection: schedules, id: schedule_id, data: overdue }]);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(effects()).toBe(1);
    expect((await served.store.get(schedules, schedule_id))?.data.nextAt).toBeGreaterThan(Date.now());
    expect((await served.call('DELETE', `/schedules/${schedule_id}`, { userId: 'anna' })).status).toBe(200);
  });

  test.each(['* * * *', '* * * * * *', 'soon', '0 25 * * *'])('by "%s" is refused', async (cron) => {
    expect((await perform(post({ cron }))).status).toBe(422);
  });
});
