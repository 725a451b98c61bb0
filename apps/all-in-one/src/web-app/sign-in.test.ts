import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createQuota } from '@intexuraos/http-server';
import { createManualClock, freePort } from '@intexuraos/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createProcess, type Process } from '../reliability/testing/harness/process.ts';
import { createSignIn } from './sign-in.ts';

const SignedIn = z.object({
  success: z.literal(true),
  data: z.object({ token: z.string(), userId: z.literal('local-person'), expiresAt: z.iso.datetime() }),
});

describe('a started machine', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sign-in-'));
  let machine: Process;
  beforeAll(async () => {
    machine = createProcess({
      app: 'all-in-one',
      url: `http://127.0.0.1:${await freePort()}`,
      variables: { INTEXURAOS_DATA_DIR: dataDir, LOG_LEVEL: 'debug' },
    });
    await machine.start();
  });
  afterAll(async () => {
    await machine.kill();
    rmSync(dataDir, { recursive: true });
  });

  const links = () => [...machine.output().matchAll(/^Open (http:\S+\/#\/sign-in\?code=([\w-]{22}))$/gm)];
  const code = () => links().at(-1)?.[2] ?? '';
  const send = (body: object) =>
    fetch(`${machine.url}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const signedIn = async () => SignedIn.parse(await (await send({ code: code() })).json()).data;
  const actionsFor = async (token: string) =>
    (await fetch(`${machine.url}/actions`, { headers: { authorization: `Bearer ${token}` } })).status;

  test('prints one link on a line of its own, which signs in as often as it is opened', async () => {
    expect(links().map(([, link]) => link?.startsWith(machine.url))).toEqual([true]);
    for (const { token } of [await signedIn(), await signedIn()]) expect(await actionsFor(token)).toBe(200);
  });

  test('gives a token that ends, and that only its own signature opens', async () => {
    const { token, expiresAt } = await signedIn();
    const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
    expect([Math.round(days), await actionsFor(`${token.slice(0, -8)}AAAAAAAA`)]).toEqual([30, 401]);
  });

  test.each([
    ['another code', { code: 'AAAAAAAAAAAAAAAAAAAAAA' }, 401],
    ['no code', {}, 422],
    ['an empty code', { code: '' }, 422],
    ['a list', { code: ['a'] }, 422],
    ['another person', { code: 'AAAAAAAAAAAAAAAAAAAAAA', userId: 'somebody' }, 422],
  ])('%s is refused', async (_, body, status) => {
    const answer = await send(body);
    expect([answer.status, (await answer.text()).includes('eyJ')]).toEqual([status, false]);
  });

  test('a link is not followed by reading it: no GET signs in', async () => {
    expect((await fetch(`${machine.url}/sign-in?code=${code()}`)).status).toBe(405);
  });

  test('tells the page where it is and that there is a simulated phone', async () => {
    const answer = await fetch(`${machine.url}/config.json`);
    expect(await answer.json()).toEqual({ apiBaseUrl: '', signIn: { kind: 'local' }, simulator: true });
  });

  test('writes neither code nor token into its log', async () => {
    const { token } = await signedIn();
    const log = machine.output().replaceAll(/^Open .*$/gm, '');
    expect(log).toContain('/sign-in');
    expect([log.includes(code()), log.includes(token)]).toEqual([false, false]);
  });

  test('has a new code after each start; the old link is told so, and tokens stay good', async () => {
    const [old, { token }] = [code(), await signedIn()];
    await machine.kill('SIGTERM');
    await machine.start();
    while (code() === old) await new Promise((resolve) => setTimeout(resolve, 20));
    const answer = await send({ code: old });
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('the one it printed last')]);
    expect([(await send({ code: code() })).status, await actionsFor(token)]).toEqual([200, 200]);
  });
});

test('who guesses is told to wait, and then even the right code is not looked at', async () => {
  const clock = createManualClock(0);
  const signIn = createSignIn({
    code: 'the-right-code',
    quota: createQuota({ 'sign-in': { count: 3, windowMs: 60_000 } }, clock),
    issue: async () => ({ userId: 'local-person', token: 't', expiresAt: 1 }),
  });
  const tried = (code: string) => signIn(code).catch((error: unknown) => error);
  for (const guess of ['the-right-cod', 'the-right-code ', 'THE-RIGHT-CODE']) {
    expect(await tried(guess)).toMatchObject({ code: 'UNAUTHORIZED' });
  }
  expect(await tried('the-right-code')).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 20 });
  clock.jump(20_000);
  expect(await tried('the-right-code')).toMatchObject({ token: 't' });
});
