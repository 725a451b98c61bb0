import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthenticator, listen, type Service } from '@intexuraos/http-server';
import { type CallIdentity, createNeighbours, type Neighbours } from '@intexuraos/internal-clients';
import { type Clock, silentLogger, systemClock, systemRandom } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { openSqliteStore } from '@intexuraos/storage/sqlite';
import { callJson, createTokenIssuer, type JsonReply } from '@intexuraos/testing';
import { composeWorkspace } from '../compose.ts';
import { readWorkspaceConfig } from '../config.ts';

const internalSecret = 'the-internal-secret-of-these-tests-0123456789';
/** Where nobody listens. */
const nobody = 'http://127.0.0.1:9';
const agents = ['RESEARCH', 'TODOS', 'NOTES', 'BOOKMARKS', 'CALENDAR', 'LINEAR'];

/** workspace behind a real server, with real tokens, on a store of the test's choice. */
export interface Served {
  readonly url: string;
  readonly service: Service;
  readonly connect: Neighbours['connect'];
  /** As a person, with a token of the issuer. */
  as(userId: string, method: string, path: string, body?: object): Promise<JsonReply>;
  /** As one of our services. */
  internally(method: string, path: string, body?: object, call?: CallIdentity): Promise<JsonReply>;
  call(method: string, path: string, headers: Record<string, string>, body?: object): Promise<JsonReply>;
  close(): Promise<void>;
}

const stores = {
  memory: (_folder: string, clock: Clock) => createMemoryStore({ clock }),
  SQLite: (folder: string, clock: Clock) => openSqliteStore({ path: join(folder, 'test.db'), clock }),
} satisfies Record<string, (folder: string, clock: Clock) => Store>;
export const storeNames = ['memory', 'SQLite'] as const;

export interface ServeOptions {
  readonly store?: keyof typeof stores;
  readonly variables?: Record<string, string>;
  readonly clock?: Clock;
  /** As in the cloud unless said: nothing goes on after the answer. */
  readonly worksAfterAnswer?: boolean;
  /** Puts itself between the service and its store. */
  readonly wrap?: (store: Store) => Store;
}

export async function serve({
  store: storeName = 'memory',
  variables,
  clock = systemClock,
  worksAfterAnswer = false,
  wrap = same,
}: ServeOptions = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  const issuer = await createTokenIssuer();
  const store = stores[storeName](folder, clock);
  const config = readWorkspaceConfig({
    INTEXURAOS_WEB_APP_URL: 'https://app.example.com/',
    INTEXURAOS_USER_SERVICE_URL: nobody,
    INTEXURAOS_ACTION_ENGINE_URL: nobody,
    INTEXURAOS_INTERNAL_AUTH_TOKEN: internalSecret,
    INTEXURAOS_LLM_LOOPBACK_URLS: 'true',
    ...variables,
  });
  const service = composeWorkspace(config, {
    store: wrap(store),
    clock,
    random: systemRandom,
    log: silentLogger,
    pace: { worksAfterAnswer, markDelayMs: 0, heardDelayMs: 0 },
  });
  const authenticator = createAuthenticator({
    user: { issuer: issuer.issuer, audience: 'api', jwks: issuer.jwksUrl, algorithms: ['RS256'] },
    internal: { current: internalSecret },
    clock: systemClock,
  });
  const server = await listen([service], { port: 0, authenticator, log: silentLogger });
  const urls = Object.fromEntries(agents.map((name) => [`INTEXURAOS_${name}_AGENT_URL`, server.url]));
  const neighbours = createNeighbours({ urls, internalAuthToken: internalSecret });
  const call: Served['call'] = (method, path, headers, body) => callJson(`${server.url}${path}`, method, headers, body);
  return {
    url: server.url,
    service,
    connect: neighbours.connect,
    call,
    as: async (sub, method, path, body) => {
      const token = await issuer.mint({ sub, aud: 'api' });
      return call(method, path, { authorization: `Bearer ${token}` }, body);
    },
    internally: (method, path, body, { idempotencyKey, epoch } = {}) =>
      call(
        method,
        path,
        {
          'x-internal-auth': internalSecret,
          ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
          ...(epoch !== undefined && { 'x-action-epoch': String(epoch) }),
        },
        body,
      ),
    close: async () => {
      await neighbours.close();
      await server.close();
      await store.close();
      await issuer.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const same = (store: Store) => store;
