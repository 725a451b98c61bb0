import { consentTo } from '@intexuraos/connectors/testing';
import { createManualClock } from '@intexuraos/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Caller, type Reply, type Served, serve } from './testing/serve.ts';

let served: Served;
const clock = createManualClock(Date.now());
beforeEach(async () => {
  served = await serve({ clock });
});
afterEach(() => served.close());

const Started = z.object({ authorization_url: z.url() });

async function start(userId = 'anna', body: object = {}) {
  const reply = await served.call('POST', '/auth/start', { userId, body: { platform: 'slack', ...body } });
  expect(reply.status).toBe(200);
  const [cookie = ''] = reply.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return { url: Started.parse(reply.json).authorization_url, cookie, setCookie: reply.headers.get('set-cookie') };
}

/** What the person brings back from the platform. */
async function consented(url: string): Promise<Record<string, string>> {
  return Object.fromEntries((await consentTo(url)).searchParams);
}

const finish = (body: object, by: Caller): Promise<Reply> => served.call('POST', '/auth/callback', { ...by, body });
const connectionsOf = async (userId: string) =>
  z
    .object({ data: z.object({ connections: z.array(z.looseObject({ id: z.string() })) }) })
    .parse((await served.call('GET', '/connections', { userId })).json).data.connections;

test('an account is connected in the browser that began it, and shows what was granted, but no token', async () => {
  const { url, cookie } = await start('anna', { label: 'work' });
  expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'engine',
    redirect_uri: 'http://127.0.0.1:8787/auth/callback',
    scope: 'chat:write',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
  });
  const reply = await finish(await consented(url), { cookie });
  expect([reply.status, reply.json]).toEqual([
    200,
    { connection: expect.objectContaining({ label: 'work', scopes: ['chat:write'], health: 'healthy' }) },
  ]);
  expect(reply.text).not.toContain('oken');
});

test('the cookie is kept from scripts and other sites, and both tabs of a browser share it', async () => {
  const first = await start();
  expect(first.setCookie).toMatch(/^intexuraos-connect=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/);
  const again = await served.call('POST', '/auth/start', {
    userId: 'anna',
    cookie: first.cookie,
    body: { platform: 'slack' },
  });
  expect(again.headers.get('set-cookie')).toContain(first.cookie);
});

test('whoever shows who they are needs no browser', async () => {
  const { url } = await start();
  expect((await finish(await consented(url), { userId: 'anna' })).status).toBe(200);
});

test('an account is connected anew in its place', async () => {
  const { url } = await start();
  await finish(await consented(url), { userId: 'anna' });
  const [{ id } = { id: '' }] = await connectionsOf('anna');
  const anew = await start('anna', { connection: id });
  await finish(await consented(anew.url), { userId: 'anna' });
  expect((await connectionsOf('anna')).map((connection) => connection.id)).toEqual([id]);
  expect(
    (await served.call('POST', '/auth/start', { userId: 'ben', body: { platform: 'slack', connection: id } })).status,
  ).toBe(404);
});

test('D56: no, foreign, used or expired state, wrong issuer, or somebody else’s session: 400, and nothing is stored', async () => {
  const { url, cookie } = await start();
  const came = await consented(url);
  const other = await start('ben');
  const refused: readonly [object, Caller][] = [
    [{ code: came['code'], state: 'x'.repeat(43) }, { cookie }],
    [{ ...came, state: (await consented(other.url))['state'] }, { cookie }],
    [came, {}],
    [came, { cookie: other.cookie }],
    [came, { cookie: 'intexuraos-connect=guess' }],
    [came, { userId: 'ben' }],
    [came, { userId: 'ben', cookie }],
    [came, { userId: 'anna', cookie: other.cookie }],
  ];
  for (const [body, by] of refused) expect((await finish(body, by)).status).toBe(400);
  const before = served.oauth.tokenCalls();
  const foreign = await start();
  const back = await consented(foreign.url);
  expect((await finish({ ...back, iss: 'https://evil.example' }, { cookie: foreign.cookie })).status).toBe(400);
  clock.jump(11 * 60_000);
  const late = await start();
  const lateBack = await consented(late.url);
  clock.jump(11 * 60_000);
  expect((await finish(lateBack, { cookie: late.cookie })).status).toBe(400);
  expect(served.oauth.tokenCalls()).toBe(before);
  expect([...(await connectionsOf('anna')), ...(await connectionsOf('ben'))]).toEqual([]);
});

test('D56: an answer is taken once, also when it comes twice at the same moment', async () => {
  const { url, cookie } = await start();
  const came = await consented(url);
  const replies = await Promise.all([1, 2, 3].map(() => finish(came, { cookie })));
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400, 400]);
  expect(await connectionsOf('anna')).toHaveLength(1);
});

test('a person who says no connects nothing, and cannot say yes afterwards with the same answer', async () => {
  const { url, cookie } = await start();
  const { error_description: _, ...came } = Object.fromEntries((await consentTo(url, 'deny')).searchParams);
  const reply = await finish(came, { cookie });
  expect([reply.status, reply.text]).toEqual([400, expect.stringContaining('access_denied')]);
  expect((await finish({ state: came['state'], code: 'x' }, { cookie })).status).toBe(400);
});

test.each<[object, number, string]>([
  [{ scopes: ['admin'] }, 422, 'chat:write'],
  [{ platform: 'fax' }, 404, 'slack'],
  [{ platform: '../x' }, 422, 'platform'],
])('%j cannot be begun', async (body, status, text) => {
  const reply = await served.call('POST', '/auth/start', { userId: 'anna', body: { platform: 'slack', ...body } });
  expect([reply.status, reply.text]).toEqual([status, expect.stringContaining(text)]);
});

test('GET shows a page that changes nothing, holds nothing of what came, and lets in its own script alone', async () => {
  const { url, cookie } = await start();
  const came = await consented(url);
  const page = await served.call('GET', `/auth/callback?${new URLSearchParams(came).toString()}`, { cookie });
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-\S+; script-src 'sha256-/,
  );
  expect(page.text).not.toContain(came['code']);
  expect(await connectionsOf('anna')).toEqual([]);
  expect((await finish(came, { cookie })).status).toBe(200);
});

test('removing it revokes it at the platform: its tokens are worth nothing there', async () => {
  const { url, cookie } = await start();
  await finish(await consented(url), { cookie });
  const [{ id } = { id: '' }] = await connectionsOf('anna');
  expect((await served.call('DELETE', `/connections/${id}`, { userId: 'anna' })).json).toMatchObject({
    data: { revoked: true },
  });
});

test('no code, state, verifier or token is in a line of the log or an answer', async () => {
  const { url, cookie } = await start();
  const came = await consented(url);
  await served.call('GET', `/auth/callback?${new URLSearchParams(came).toString()}`, { cookie });
  const replies = [await finish(came, { cookie }), await finish(came, { cookie })];
  const said = JSON.stringify(served.log.entries) + replies.map(({ text }) => text).join();
  for (const secret of [came['code'] ?? '', came['state'] ?? '', cookie.split('=')[1] ?? '', 'canary'])
    expect(said).not.toContain(secret);
});
