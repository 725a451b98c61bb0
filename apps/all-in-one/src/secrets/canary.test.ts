import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consentTo, type OAuthServer, serveOAuth } from '@intexuraos/connectors/testing';
import { freePort } from '@intexuraos/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createProcess, type Process } from '../reliability/testing/harness/process.ts';

const Local = z.object({ userToken: z.string() });
const Started = z.object({ authorization_url: z.url() });
const client = { clientId: 'engine', clientSecret: 'canary-client-secret-0123456789abcdef' };
const dataDir = mkdtempSync(join(tmpdir(), 'canary-'));

let machine: Process;
let oauth: OAuthServer;
beforeAll(async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const redirectUri = `${url}/auth/callback`;
  oauth = await serveOAuth({ ...client, redirectUri, scopes: ['chat:write'], tokenSeconds: 1 });
  machine = createProcess({
    app: 'all-in-one',
    url,
    variables: {
      LOG_LEVEL: 'debug',
      INTEXURAOS_DATA_DIR: dataDir,
      INTEXURAOS_OAUTH_SLACK_CLIENT_ID: client.clientId,
      INTEXURAOS_OAUTH_SLACK_CLIENT_SECRET: client.clientSecret,
      INTEXURAOS_OAUTH_SLACK_SERVER_URL: oauth.url,
      OPENAI_API_KEY: 'canary-of-the-environment',
    },
  });
  await machine.start();
});
afterAll(async () => {
  await machine.kill();
  await oauth.close();
  rmSync(dataDir, { recursive: true });
});

/** Every answer that came, as text. */
const answers: string[] = [];

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const { userToken } = Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8')));
  const response = await fetch(machine.url + path, {
    method,
    headers: { authorization: `Bearer ${userToken}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  answers.push(text);
  return JSON.parse(text);
}

test('what was entered, given for consent, read from the environment or typed as a password is in no answer, log or file', async () => {
  const zap = { platform: 'zapier', credentials: { hookUrl: 'https://hooks.zapier.com/hooks/catch/1/canary-hook/' } };
  await call('POST', '/connections', zap);
  await call('POST', '/connections', {
    platform: 'slack',
    credentials: { accessToken: 'canary-slack', more: 'canary' },
  });
  await call('POST', '/connections', {
    platform: 'email',
    credentials: { host: 'mail', port: 'canary', password: 'canary' },
  });
  await call('PUT', '/users/me/llm-keys/openai', { apiKey: 'canary-0123456789-key' });

  const { authorization_url: url } = Started.parse(await call('POST', '/auth/start', { platform: 'slack' }));
  const came = Object.fromEntries((await consentTo(url)).searchParams);
  await call('POST', '/auth/callback', { ...came, iss: 'https://canary.example' });
  const again = Started.parse(await call('POST', '/auth/start', { platform: 'slack' })).authorization_url;
  expect(await call('POST', '/auth/callback', Object.fromEntries((await consentTo(again)).searchParams))).toMatchObject(
    {
      connection: { health: 'healthy' },
    },
  );
  await call('GET', '/connections');
  await call('GET', '/platforms');

  await call('POST', '/users', { user: 'ana', password: 'canary correct horse' });
  await call('POST', '/login', { user: 'ana', password: 'canary wrong horse' });
  await call('POST', '/login', { user: 'ana', password: 'canary correct horse' });
  await call('POST', '/login', { refresh_token: 'canary.canary' });

  const state = new URL(again).searchParams.get('state') ?? '';
  const files = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'latin1'));
  const places = { answers: answers.join('\n'), log: machine.output(), files: files.join('\n') };
  expect(places.log).toContain('/auth/callback');
  for (const [place, text] of Object.entries(places)) {
    expect([place, /canary.{0,20}/.exec(text)?.[0]]).toEqual([place, undefined]);
    if (place !== 'answers') expect([place, text.includes(state)]).toEqual([place, false]);
  }
});
