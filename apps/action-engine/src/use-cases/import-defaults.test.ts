import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, type Environment } from '@intexuraos/http-server';
import { systemClock } from '@intexuraos/kernel';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { afterAll, expect, test } from '@jest/globals';
import { readDefaultAccounts, readGoogleClient } from '../config/default-accounts.ts';
import { accountPorts } from '../testing/account-ports.ts';
import { importDefaults } from './import-defaults.ts';

const folder = mkdtempSync(join(tmpdir(), 'defaults-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: object | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const calendar = 'https://www.googleapis.com/auth/calendar.events';
const token = (of: object = {}) =>
  file('token.json', { token: 'canary-old', refresh_token: 'canary-refresh', scopes: [calendar], ...of });

test('what the environment describes is connected once, and replaced when it says something else', async () => {
  const ports = accountPorts(createMemoryStore({ clock: systemClock }));
  const begin = (env: Environment) => importDefaults(ports, 'local-person', readDefaultAccounts(env));
  const open = async () => {
    const [{ id } = { id: '' }, ...others] = await ports.connections.list('local-person');
    return [(await ports.connections.open('local-person', id))?.secret, others];
  };
  await begin({});
  expect(await ports.connections.list('local-person')).toEqual([]);
  await begin({ OPENAI_API_KEY: 'canary-1' });
  await begin({ OPENAI_API_KEY: 'canary-1' });
  expect(await open()).toEqual([{ kind: 'entered', credentials: { apiKey: 'canary-1' } }, []]);
  await begin({ OPENAI_API_KEY: 'canary-2' });
  expect(await open()).toEqual([{ kind: 'entered', credentials: { apiKey: 'canary-2' } }, []]);
});

test('Google’s token file becomes a connection for what its scopes allow, to be renewed at its first use', () => {
  expect(readDefaultAccounts({ GOOGLE_TOKEN_FILE_PATH: token() })).toEqual([
    expect.objectContaining({
      platform: 'google_calendar',
      scopes: expect.arrayContaining([calendar]),
      secret: { kind: 'oauth', accessToken: 'canary-old', refreshToken: 'canary-refresh', obtainedAt: 0, expiresAt: 0 },
    }),
  ]);
});

test('a token file that does not say what it is good for is tried with each part of Google', () => {
  const platforms = readDefaultAccounts({ GOOGLE_TOKEN_FILE_PATH: token({ scopes: undefined }) }).map(
    (of) => of.platform,
  );
  expect(platforms.sort()).toEqual(['gmail', 'google_calendar', 'google_sheets']);
});

test('a token file that is not there yet connects nothing', () => {
  expect(readDefaultAccounts({ GOOGLE_TOKEN_FILE_PATH: join(folder, 'absent.json') })).toEqual([]);
});

test('Google’s client file is the client', () => {
  const path = file('client.json', { installed: { client_id: 'me', client_secret: 'canary', redirect_uris: [] } });
  expect(readGoogleClient({ GOOGLE_CLIENT_SECRET_FILE: path })).toEqual({
    clientId: 'me',
    clientSecret: 'canary',
    serverUrl: null,
  });
});

test('what cannot be read stops the start, names the variable and quotes nothing', () => {
  const refusals: readonly (() => unknown)[] = [
    () => readDefaultAccounts({ GOOGLE_TOKEN_FILE_PATH: file('broken.json', '{"token": "canary') }),
    () => readGoogleClient({ GOOGLE_CLIENT_SECRET_FILE: join(folder, 'absent.json') }),
    () => readDefaultAccounts({ SMTP_HOST: 'mail', SMTP_PORT: 'canary' }),
  ];
  for (const refusal of refusals) {
    expect(refusal).toThrow(ConfigError);
    expect(refusal).toThrow(/GOOGLE_TOKEN_FILE_PATH|GOOGLE_CLIENT_SECRET_FILE|SMTP_PORT/);
    expect(refusal).not.toThrow('canary');
  }
});
