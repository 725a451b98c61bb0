import { type StandIn, serveGmail, serveSmtp } from '@intexuraos/connectors/testing';
import { AppError } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createPerformances } from './adapters/documents/performances.ts';
import { performanceId } from './domain/performance.ts';
import { type Served, serve } from './testing/serve.ts';

let gmail: StandIn;
let smtp: Awaited<ReturnType<typeof serveSmtp>>;
let served: Served;
let isStoreDown = false;

/** A store that goes away when a mail has been sent. */
const fragile = (store: Store): Store => ({
  ...store,
  commit: async (writes, durability) => {
    if (isStoreDown && JSON.stringify(writes).includes('"executed"'))
      throw new AppError('UNAVAILABLE', 'The store does not answer');
    return store.commit(writes, durability);
  },
});

beforeAll(async () => {
  [gmail, smtp] = await Promise.all([serveGmail(), serveSmtp()]);
  served = await serve({
    seen: fragile,
    variables: {
      INTEXURAOS_GMAIL_API_URL: gmail.url,
      INTEXURAOS_OPERATIONS_LOOPBACK: 'true',
      SLACK_SIMULATE: 'true',
    },
  });
  await connect('anna', 'gmail', { accessToken: 'canary-token' });
  await connect('boris', 'email', {
    host: '127.0.0.1',
    port: smtp.port,
    security: 'none',
    sender: 'boris@example.com',
  });
});
afterAll(async () => {
  await served.close();
  await Promise.all([gmail.close(), smtp.close()]);
});

async function connect(userId: string, platform: string, credentials: object): Promise<void> {
  const body = { platform, label: `${userId}’s`, credentials };
  const { status, text } = await served.call('POST', '/connections', { userId, body });
  if (status !== 201) throw new Error(text);
}

const Preview = z.object({ data: z.looseObject({ status: z.string() }) });
const asService = (path: string, body: object, idempotencyKey?: string) =>
  served.call('POST', `/internal/operations/${path}`, {
    isService: true,
    body,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });
const preview = async (body: object) => Preview.parse((await asService('preview', body)).json).data;

const mail = (body: string) => ({
  userId: 'anna',
  action_type: 'send_email',
  payload: { to: 'ana@example.com', body },
});

async function approved(wish: ReturnType<typeof mail>): Promise<object> {
  const { platform, action_type, connection, payload, digest } = await preview(wish);
  return { userId: wish.userId, actionId: 'a1', platform, action_type, connection, payload, digest };
}
const sent = (text: string) =>
  [...gmail.ledger, ...smtp.ledger].filter(
    ({ operation, content }) => operation !== 'create_draft' && content?.includes(text),
  ).length;

describe('a preview', () => {
  test('says exactly what would be sent, from which account, and sends nothing', async () => {
    const calls = gmail.calls();
    expect(await preview(mail('Hello'))).toEqual({
      status: 'ready',
      platform: 'gmail',
      action_type: 'send_email',
      connection: expect.any(String),
      payload: { to: ['ana@example.com'], cc: [], bcc: [], subject: '', body: 'Hello' },
      digest: expect.any(String),
      describe: 'Send an email with Gmail',
      account: 'anna’s (Gmail)',
      risk: 'high',
      facts: [
        { label: 'To', value: 'ana@example.com' },
        { label: 'Text', value: 'Hello' },
      ],
    });
    expect(gmail.calls()).toBe(calls);
  });

  test('takes whichever account there is for the operation', async () => {
    expect(await preview({ ...mail('Hello'), userId: 'boris' })).toMatchObject({
      platform: 'email',
      account: 'boris’s (Email (SMTP))',
    });
  });

  test.each([
    ['nobody has an account', { userId: 'nobody' }, 'No account of Gmail or Email (SMTP) is connected: connect one at'],
    ['it is somebody else’s account', { platform: 'gmail', connection: 'x' }, 'There is no such account of Gmail'],
    ['the payload does not fit', { payload: { to: 'Ana', subject: 7 } }, 'to.0: expected one address like'],
    ['no platform has it', { action_type: 'fly' }, 'No platform has an operation "fly"'],
    ['nobody knows the platform', { platform: 'fax' }, 'There is no platform "fax"'],
  ])('where %s says what to mend', async (_, fields, problem) => {
    expect(await preview({ ...mail('Hello'), ...fields })).toEqual({
      status: 'failed',
      problem: expect.stringContaining(problem),
    });
  });

  test('of a platform that is only simulated says so', async () => {
    const wish = { userId: 'anna', action_type: 'post_message', payload: { channel: 'C1', text: 'Hi' } };
    expect(await preview(wish)).toMatchObject({
      platform: 'slack',
      connection: null,
      account: 'none: it is only simulated',
    });
  });
});

describe('what was approved', () => {
  test('is performed once for its key, however often and by how many at once', async () => {
    const body = await approved(mail('Once'));
    const replies = await Promise.all([1, 2, 3].map(() => asService('perform', body, 'a1:v1')));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await asService('perform', body, 'a1:v1')).json).toMatchObject({
      data: { outcome: 'executed', message: 'Email sent successfully' },
    });
    expect(sent('Once')).toBe(1);
  });

  test.each([
    ['another text', { payload: { to: 'ana@example.com', body: 'Something else' } }],
    ['another account', { connection: 'another' }],
    ['another operation', { action_type: 'create_draft' }],
  ])('binds: %s is refused, and nothing leaves', async (_, fields) => {
    const calls = gmail.calls();
    const body = await approved(mail('Exactly this'));
    expect((await asService('perform', { ...body, ...fields }, 'a2:v1')).status).toBe(409);
    expect(gmail.calls()).toBe(calls);
  });

  test('needs a key, and a service', async () => {
    const body = await approved(mail('Nobody'));
    expect((await asService('perform', body)).status).toBe(400);
    expect((await served.call('POST', '/internal/operations/perform', { userId: 'anna', body })).status).toBe(401);
  });

  test('and cannot be done says so, and may be tried again with the same key', async () => {
    const body = await approved(mail('Later'));
    gmail.plan(403);
    expect((await asService('perform', body, 'a3:v1')).json).toMatchObject({
      data: { outcome: 'not_executed', code: 'FORBIDDEN', retryable: false },
    });
    expect((await asService('perform', body, 'a3:v1')).json).toMatchObject({ data: { outcome: 'executed' } });
    expect(sent('Later')).toBe(1);
  });

  test('and may have happened is unknown; its owner is told by who asked, and the same key never sends it twice', async () => {
    const body = await approved({ ...mail('Perhaps'), userId: 'boris' });
    smtp.plan('cut after the effect');
    const unknown = { data: { outcome: 'unknown', retryable: false } };
    expect((await asService('perform', body, 'a4:v1')).json).toMatchObject(unknown);
    expect((await asService('perform', body, 'a4:v1')).json).toMatchObject(unknown);
    expect([sent('Perhaps'), served.published.length]).toEqual([1, 0]);
  });

  test('and cannot be written down is no answer that nothing happened: whoever asked may not take it back', async () => {
    const body = await approved(mail('Written on water'));
    isStoreDown = true;
    const reply = await asService('perform', body, 'a6:v1');
    isStoreDown = false;
    expect([reply.status, sent('Written on water')]).toEqual([500, 1]);
    expect((await asService('perform', body, 'a6:v1')).json).toMatchObject({ data: { outcome: 'running' } });
    expect(sent('Written on water')).toBe(1);
  });

  test('and whose end a platform can tell is looked up before it is sent again', async () => {
    const body = await approved(mail('Look first'));
    gmail.plan(null, null, 'cut after the effect');
    gmail.always(403);
    const first = await asService('perform', body, 'a5:v1');
    gmail.always(null);
    expect(first.json).toMatchObject({ data: { outcome: 'unknown' } });
    expect((await asService('perform', body, 'a5:v1')).json).toMatchObject({ data: { outcome: 'executed' } });
    const kept = await createPerformances(served.store).get(performanceId('anna', 'action:a5:v1'));
    expect([kept?.performance.status, sent('Look first')]).toEqual(['executed', 1]);
  });
});
