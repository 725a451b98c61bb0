import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthenticator, listen } from '@intexuraos/http-server';
import type { Verdict } from '@intexuraos/messaging';
import { createCrashPoint } from '@intexuraos/platform';
import type { Store } from '@intexuraos/storage';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { openSqliteStore } from '@intexuraos/storage/sqlite';
import {
  callJson,
  createManualClock,
  createRecordingLogger,
  createTokenIssuer,
  type JsonReply,
  type ManualClock,
  type RecordingLogger,
} from '@intexuraos/testing';
import { composeCommandsAgent } from '../compose.ts';
import { readCommandsAgentConfig } from '../config.ts';
import { type Neighbours, startNeighbours } from './neighbours.ts';
import { createPhones, type Phones } from './phones.ts';

const internalSecret = 'the-internal-secret-of-these-tests-0123456789';
/** A Friday, eleven in the morning in Warsaw. */
const startOfTests = Date.parse('2026-11-20T10:00:00Z');

const stores = {
  memory: (_folder: string, clock: ManualClock) => createMemoryStore({ clock }),
  SQLite: (folder: string, clock: ManualClock) => openSqliteStore({ path: join(folder, 'test.db'), clock }),
} satisfies Record<string, (folder: string, clock: ManualClock) => Store>;
export const storeNames = ['memory', 'SQLite'] as const;

/** commands-agent behind a real server, with neighbours behind another, and time that a test moves. */
export interface Served {
  readonly clock: ManualClock;
  readonly log: RecordingLogger;
  readonly store: Store;
  readonly neighbours: Neighbours;
  readonly phones: Phones;
  /** As a person, with a token of the issuer. */
  as(userId: string, method: string, path: string, body?: object, headers?: Record<string, string>): Promise<JsonReply>;
  /** As one of our services. */
  internally(method: string, path: string, body?: object): Promise<JsonReply>;
  /** One delivery of an event, as a carrier makes it. */
  deliver(event: object): Promise<Verdict>;
  close(): Promise<void>;
}

export async function serve(storeName: keyof typeof stores = 'memory'): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'commands-agent-'));
  const clock = createManualClock(startOfTests);
  const log = createRecordingLogger();
  const issuer = await createTokenIssuer({ clock });
  const store = stores[storeName](folder, clock);
  const neighbours = await startNeighbours(internalSecret);
  const phones = createPhones();
  const config = readCommandsAgentConfig({
    INTEXURAOS_ACTIONS_AGENT_URL: neighbours.url,
    INTEXURAOS_USER_SERVICE_URL: neighbours.url,
    INTEXURAOS_INTERNAL_AUTH_TOKEN: internalSecret,
    INTEXURAOS_LLM_LOOPBACK_URLS: 'true',
  });
  const service = composeCommandsAgent(config, {
    store,
    publisher: phones.publisher,
    clock,
    log,
    crashPoint: createCrashPoint,
  });
  const authenticator = createAuthenticator({
    user: { issuer: issuer.issuer, audience: 'api', jwks: issuer.jwksUrl, algorithms: ['RS256'] },
    internal: { current: internalSecret },
    clock,
  });
  const server = await listen([service], { port: 0, authenticator, log });
  const [subscription] = service.routes.filter((route) => route.kind === 'subscription');
  const call = (method: string, path: string, headers: Record<string, string>, body?: object) =>
    callJson(`${server.url}${path}`, method, headers, body);
  return {
    clock,
    log,
    store,
    neighbours,
    phones,
    as: async (sub, method, path, body, headers = {}) => {
      const token = await issuer.mint({ sub, aud: 'api' });
      return call(method, path, { ...headers, authorization: `Bearer ${token}` }, body);
    },
    internally: (method, path, body) => call(method, path, { 'x-internal-auth': internalSecret }, body),
    deliver: async (data) => subscription?.consumer.deliver({ data, messageId: 'm' }) ?? 'retry',
    close: async () => {
      await server.close();
      await neighbours.close();
      await store.close();
      await issuer.close();
      rmSync(folder, { recursive: true });
    },
  };
}
