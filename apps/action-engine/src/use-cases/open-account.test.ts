import { consentTo, type OAuthServer, serveOAuth } from '@intexuraos/connectors/testing';
import { systemClock } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { createManualClock } from '@intexuraos/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OAuthSecret } from '../domain/account-secret.ts';
import type { OAuthClient } from '../ports.ts';
import { type AccountPorts, accountPorts } from '../testing/account-ports.ts';
import { aConnection, anEnteredSecret } from '../testing/an-account.ts';
import { knownConnector } from './known-connector.ts';

const redirectUri = 'http://127.0.0.1:8787/auth/callback';
const client = { clientId: 'engine', clientSecret: 'canary-client-secret-0123456789abcdef' };
const hour = 3_600_000;

let store: Store;
beforeEach(() => {
  store = createMemoryStore({ clock: systemClock });
});
const expired = { name: 'ConnectorError', code: 'CONNECTION_EXPIRED' };

async function accountOf(ports: AccountPorts) {
  const account = await ports.accounts.find('anna', 'slack', null);
  if (account === null) throw new Error('there is no account');
  return account;
}

describe('what a person typed in', () => {
  test('is given as it is, until the platform refuses it: then the person is needed, and it is not tried again', async () => {
    const ports = accountPorts(store);
    await ports.connections.add(aConnection(), anEnteredSecret());
    const account = await accountOf(ports);
    const credentials = await account.credentials();
    expect(credentials).toEqual({ accessToken: 'canary-entered' });
    await expect(account.credentials(credentials)).rejects.toMatchObject(expired);
    await expect(account.credentials()).rejects.toMatchObject(expired);
    expect(await ports.connections.list('anna')).toMatchObject([{ health: 'needs_reconnect' }]);
  });

  test('is taken anew where it was entered anew meanwhile', async () => {
    const ports = accountPorts(store);
    await ports.connections.add(aConnection(), anEnteredSecret('old'));
    const account = await accountOf(ports);
    const kept = await ports.connections.get('anna', 'connection-1');
    if (kept) await ports.connections.change(kept, { secret: anEnteredSecret('new'), now: 2 });
    expect(await account.credentials({ accessToken: 'old' })).toEqual({ accessToken: 'new' });
  });

  test('that does not open any more is an alert for the operator, and says so to the person', async () => {
    await accountPorts(store).connections.add(aConnection(), anEnteredSecret());
    const ports = accountPorts(store, { keks: [{ id: 'k9', key: Buffer.alloc(32, 9) }] });
    await expect((await accountOf(ports)).credentials()).rejects.toMatchObject(expired);
    expect(ports.log.entries).toMatchObject([{ level: 'error', facts: { connectionId: 'connection-1' } }]);
  });
});

describe('which account it is', () => {
  test('the one that is named, if it is the person’s and of the platform', async () => {
    const { accounts, connections } = accountPorts(store);
    await connections.add(aConnection({ id: 'a' }), anEnteredSecret());
    expect(await accounts.find('anna', 'slack', 'a')).toMatchObject({ id: 'a' });
    expect(await accounts.find('ben', 'slack', 'a')).toBeNull();
    expect(await accounts.find('anna', 'gmail', 'a')).toBeNull();
    expect(await accounts.find('anna', 'slack', 'b')).toBeNull();
  });

  test('else a healthy one before one that has ended, and the one that was used last', async () => {
    const { accounts, connections } = accountPorts(store);
    expect(await accounts.find('anna', 'slack', null)).toBeNull();
    await connections.add(aConnection({ id: 'ended', health: 'needs_reconnect', lastUsedAt: 9 }), anEnteredSecret());
    expect(await accounts.find('anna', 'slack', null)).toMatchObject({ id: 'ended' });
    await connections.add(aConnection({ id: 'new', connectedAt: 5 }), anEnteredSecret());
    await connections.add(aConnection({ id: 'used', connectedAt: 2, lastUsedAt: 7 }), anEnteredSecret());
    expect(await accounts.find('anna', 'slack', null)).toMatchObject({ id: 'used' });
  });
});

describe('tokens of a server that gives each refresh token once', () => {
  let server: OAuthServer;
  let clients: Record<string, OAuthClient>;
  beforeEach(async () => {
    server = await serveOAuth({ ...client, redirectUri, scopes: ['chat:write'] });
    clients = { slack: { ...client, serverUrl: server.url } };
  });
  afterEach(() => server.close());

  /** An account whose tokens the server gave just now; `of` is what differs in what is kept of them. */
  async function connect(ports: AccountPorts, of: Partial<OAuthSecret> = {}) {
    const { oauth: provider } = knownConnector('slack');
    if (provider === null) throw new Error('Slack has OAuth');
    const { url, state, codeVerifier } = await ports.oauthServers.depart(provider, {
      redirectUri,
      scopes: ['chat:write'],
    });
    const { searchParams: came } = await consentTo(url);
    const [code, iss] = [came.get('code') ?? '', came.get('iss')];
    const answer = await ports.oauthServers.redeem(provider, { state, code, iss, codeVerifier, redirectUri });
    if (answer.outcome !== 'tokens') throw new Error(`no tokens: ${JSON.stringify(answer)}`);
    const { accessToken, refreshToken } = answer.tokens;
    const now = ports.clock.now();
    const secret = { kind: 'oauth', accessToken, refreshToken, obtainedAt: now, expiresAt: now + hour, ...of } as const;
    await ports.connections.add(aConnection(), secret);
    return { account: await accountOf(ports), credentials: { accessToken }, before: server.tokenCalls() };
  }

  test('a code is worth nothing without the verifier that belongs to it', async () => {
    const ports = accountPorts(store, { clients });
    const { oauth: provider } = knownConnector('slack');
    if (provider === null) throw new Error('Slack has OAuth');
    const { url, state } = await ports.oauthServers.depart(provider, { redirectUri, scopes: ['chat:write'] });
    const { searchParams: came } = await consentTo(url);
    const back = { state, code: came.get('code') ?? '', iss: came.get('iss'), redirectUri };
    const answer = await ports.oauthServers.redeem(provider, { ...back, codeVerifier: 'x'.repeat(43) });
    expect(answer).toEqual({ outcome: 'refused' });
  });

  test('are renewed when four fifths of their life are over, and not before', async () => {
    const clock = createManualClock(Date.now());
    const ports = accountPorts(store, { clients, clock });
    const { account, credentials, before } = await connect(ports);
    clock.jump(hour * 0.79);
    expect(await account.credentials()).toEqual(credentials);
    expect(server.tokenCalls()).toBe(before);
    clock.jump(hour * 0.02);
    const renewed = await account.credentials();
    expect(renewed).not.toEqual(credentials);
    expect(await account.credentials()).toEqual(renewed);
    expect(server.tokenCalls()).toBe(before + 1);
  });

  test('D57: however many are refused at once, on two instances, there is one renewal and all get the new token', async () => {
    const [one, two] = [accountPorts(store, { clients }), accountPorts(store, { clients })];
    const { account, credentials, before } = await connect(one);
    const other = await accountOf(two);
    const all = await Promise.all(
      [account, other, account, other, account, other].map((each) => each.credentials(credentials)),
    );
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(all[0]).not.toEqual(credentials);
    expect(server.tokenCalls()).toBe(before + 1);
    expect(await account.credentials(all[0])).not.toEqual(all[0]);
  });

  test('whoever is not in need goes on with the old token while another one renews it', async () => {
    const ports = accountPorts(store, { clients });
    const { account, credentials, before } = await connect(ports, { obtainedAt: Date.now() - 9 * hour });
    const kept = await ports.connections.get('anna', 'connection-1');
    if (kept) await ports.connections.beginRenewal(kept, 60_000);
    expect(await account.credentials()).toEqual(credentials);
    expect(server.tokenCalls()).toBe(before);
  });

  test('D57: what the platform does not know any more is asked once, and from then on the person is needed', async () => {
    const ports = accountPorts(store, { clients });
    const { account, credentials, before } = await connect(ports, { refreshToken: 'canary-worthless' });
    const answers = await Promise.allSettled([account.credentials(credentials), account.credentials(credentials)]);
    expect(answers).toMatchObject([{ reason: expired }, { reason: expired }]);
    await expect(account.credentials()).rejects.toMatchObject(expired);
    expect(server.tokenCalls()).toBe(before + 1);
    expect(await ports.connections.list('anna')).toMatchObject([{ health: 'needs_reconnect' }]);
    expect(JSON.stringify(ports.log.entries)).not.toContain('canary');
  });

  test('a server that does not answer costs nothing while the token works, and is no reason to connect anew', async () => {
    const ports = accountPorts(store, { clients });
    const { account, credentials } = await connect(ports, { obtainedAt: Date.now() - 9 * hour });
    await server.close();
    expect(await account.credentials()).toEqual(credentials);
    await expect(account.credentials(credentials)).rejects.toMatchObject({ code: 'PLATFORM_UNAVAILABLE' });
    expect(await ports.connections.list('anna')).toMatchObject([{ health: 'healthy' }]);
  });

  test('a token without a refresh token ends once, and is used until then', async () => {
    const clock = createManualClock(Date.now());
    const ports = accountPorts(store, { clients, clock });
    const { account, credentials } = await connect(ports, { refreshToken: null });
    clock.jump(hour * 0.9);
    expect(await account.credentials()).toEqual(credentials);
    clock.jump(hour * 0.2);
    await expect(account.credentials()).rejects.toMatchObject(expired);
  });
});
