import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type StandIn, serveSlack } from '@intexuraos/connectors/testing';
import type { ActionChanged } from '@intexuraos/contracts';
import { uuidFromName } from '@intexuraos/kernel';
import { closed, listening } from '@intexuraos/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { performances } from './adapters/documents/performance-collection.ts';
import { createPerformances } from './adapters/documents/performances.ts';
import { performanceId } from './domain/performance.ts';
import type { Served } from './testing/serve.ts';
import { messageWish, serveWithSlack } from './testing/slack-messages.ts';

let slack: StandIn;
let served: Served;
let careful: Served;
beforeAll(async () => {
  slack = await serveSlack();
  served = await serveWithSlack(slack);
  careful = await serveWithSlack(slack, { variables: { INTEXURAOS_APPROVAL_FROM_RISK: 'medium' } });
});
afterAll(async () => {
  await Promise.all([served.close(), careful.close()]);
  await slack.close();
});

let texts = 0;
let said = '';
beforeEach(() => {
  texts += 1;
  said = `Lunch is at noon (${texts})`;
});

const wishOf = (fields: object = {}) => messageWish(said, { require_approval: true, ...fields });
const Ended = z.object({ data: z.object({ outcome: z.string() }) });
const Accepted = z.object({ status: z.literal('accepted'), request_id: z.string(), action_id: z.string().optional() });
const perform = (fields: object = {}, idempotencyKey = said) =>
  served.call('POST', '/perform_action', { userId: 'anna', body: wishOf(fields), idempotencyKey });
const accepted = async (fields: object = {}) => Accepted.parse((await perform(fields)).json);
const idOf = () => performanceId('anna', said);
const effects = () => slack.ledger.filter(({ key }) => key === said).length;
const requestOf = async (id: string) => {
  const { json } = await served.call('GET', `/requests/${id}`, { userId: 'anna' });
  return z.object({ data: z.object({ request: z.looseObject({ status: z.string() }) }) }).parse(json).data.request;
};

const changed = (status: ActionChanged['status'], fields: Partial<ActionChanged> = {}) =>
  served.hear({
    type: 'action.changed',
    eventId: `event:${said}:${status}`,
    actionId: uuidFromName(said),
    userId: 'anna',
    version: 1,
    rev: 3,
    status,
    origin: { kind: 'operation', id: idOf() },
    outcome: 'none',
    ...fields,
  });

/** As actions-agent does after the yes, with what the preview rendered. */
async function approve(payload = { channel: 'C1', text: said }) {
  const asService = (path: string, body: object, idempotencyKey?: string) =>
    served.call('POST', `/internal/operations/${path}`, {
      isService: true,
      body,
      ...(idempotencyKey && { idempotencyKey }),
    });
  const wish = { userId: 'anna', platform: 'slack', action_type: 'post_message', payload };
  const { json } = await asService('preview', wish);
  const { connection, digest } = z
    .object({ data: z.object({ connection: z.string(), digest: z.string() }) })
    .parse(json).data;
  const body = { ...wish, connection, digest, actionId: 'a1', request: idOf() };
  return asService('perform', body, `${said}:v1`);
}

describe('a request that a person has to approve', () => {
  test('becomes one action with what would be sent, however often it comes, and nothing leaves', async () => {
    const calls = slack.calls();
    const first = await accepted();
    expect(first.action_id).toBe(uuidFromName(`operation:${idOf()}`));
    expect(await accepted()).toEqual(first);
    expect(served.actionsDesk.asked.get(`operation:${idOf()}`)).toEqual({
      userId: 'anna',
      commandId: `operation:${idOf()}`,
      type: 'operation',
      title: 'Slack: post message',
      confidence: 1,
      payload: { platform: 'slack', action_type: 'post_message', payload: { channel: 'C1', text: said } },
      origin: { kind: 'operation', id: idOf() },
    });
    expect(slack.calls()).toBe(calls);
    expect(await requestOf(first.request_id)).toMatchObject({
      status: 'awaiting_approval',
      action_id: first.action_id,
    });
  });

  test('is performed on the yes, once, and the request tells it', async () => {
    const { request_id } = await accepted();
    expect((await approve()).json).toMatchObject({ data: { outcome: 'executed' } });
    await approve();
    await changed('completed', { outcome: 'effect' });
    expect([(await requestOf(request_id)).status, effects()]).toEqual(['executed', 1]);
    expect((await perform()).json).toMatchObject({ status: 'success', result: { message: 'Message posted' } });
  });

  test('is performed as the person changed it', async () => {
    const { request_id } = await accepted();
    await approve({ channel: 'C2', text: said });
    expect([(await requestOf(request_id)).status, effects()]).toEqual(['executed', 1]);
    expect((await perform()).json).toMatchObject({ status: 'success' });
  });

  test.each<[ActionChanged['status'], string]>([
    ['rejected', 'REJECTED'],
    ['archived', 'NOT_APPROVED'],
    ['failed', 'NOT_PERFORMED'],
  ])(
    'and is %s was not performed, which its caller learns, and the same key asks for nothing new',
    async (status, code) => {
      const { request_id } = await accepted();
      await changed(status);
      expect(await requestOf(request_id)).toMatchObject({ status: 'not_executed', error: { code } });
      const again = await perform();
      expect([again.status, again.json]).toMatchObject([409, { status: 'error', error: { code } }]);
      expect((await perform({ require_approval: false })).status).toBe(422);
      expect(effects()).toBe(0);
    },
  );

  test('tells its callback how it ended, also that the answer was no', async () => {
    const told: string[] = [];
    const receiver = createServer((request, response) => {
      void text(request).then((body) => {
        told.push(Ended.parse(JSON.parse(body)).data.outcome);
        response.end();
      });
    });
    const callback_url = `${await listening(receiver)}/done`;
    const heard = async (count: number) => {
      while (told.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await accepted({ callback_url });
    await approve();
    await heard(1);
    said = `${said} no`;
    await accepted({ callback_url });
    await changed('rejected');
    await heard(2);
    expect(told).toEqual(['executed', 'not_executed']);
    await closed(receiver);
  });

  test('is ended by nobody else’s action, and by no word of what goes on', async () => {
    const { request_id } = await accepted();
    await changed('rejected', { userId: 'boris' });
    await changed('rejected', { origin: { kind: 'command', id: idOf() } });
    await changed('awaiting_approval');
    expect(await requestOf(request_id)).toMatchObject({ status: 'awaiting_approval' });
  });

  test('is asked about later when nobody can be asked now', async () => {
    served.actionsDesk.isClosed = true;
    const { request_id, action_id } = await accepted();
    expect(action_id).toBeUndefined();
    served.actionsDesk.isClosed = false;
    const kept = await createPerformances(served.store).get(idOf());
    if (kept === null) throw new Error('the request is not stored');
    const data = { ...kept.performance, leaseUntil: 0, dueAt: 0 };
    await served.store.commit([{ kind: 'put', collection: performances, id: idOf(), data }]);
    await served.call('POST', '/internal/operations/retry-pending', { isService: true, body: {} });
    expect(await requestOf(request_id)).toMatchObject({ action_id: expect.any(String), status: 'awaiting_approval' });
  });

  test('with the key of one that nobody had to approve is refused, and the other way round', async () => {
    expect((await perform({ require_approval: false })).status).toBe(200);
    expect((await perform()).status).toBe(422);
    said = `${said} again`;
    await accepted();
    expect((await perform({ require_approval: false })).status).toBe(422);
    expect(effects()).toBe(0);
  });
});

describe('where risky changes are asked about', () => {
  const ask = (body: object) => careful.call('POST', '/perform_action', { userId: 'anna', body });

  test('one of that risk is, whether or not the caller wants it; a simulation is not', async () => {
    const wish = wishOf({ require_approval: false });
    expect(await ask(wish)).toMatchObject({ status: 202, json: { action_id: expect.any(String) } });
    expect((await ask({ ...wish, simulate: true })).status).toBe(200);
    expect(effects()).toBe(0);
  });

  test('it cannot be planned instead', async () => {
    const runAt = new Date(Date.now() + 60_000).toISOString();
    expect((await ask(wishOf({ require_approval: false, run_at: runAt }))).status).toBe(422);
  });
});
