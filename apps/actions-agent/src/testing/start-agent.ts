import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthenticator, type ListenOptions, listen, type Service } from '@intexuraos/http-server';
import { type CommitAndPublish, createCrashPoint, keepDeadLetter, type Pace } from '@intexuraos/platform';
import type { Store } from '@intexuraos/storage';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { openSqliteStore } from '@intexuraos/storage/sqlite';
import {
  createManualClock,
  createRecordingLogger,
  createSeededRandom,
  type ManualClock,
  type RecordingLogger,
} from '@intexuraos/testing';
import { composeActionsAgent } from '../compose.ts';
import { neighbourUrlVariables, readActionsAgentConfig } from '../config.ts';
import { type AnswerCheck, createAnswerCheck } from './answer-check.ts';
import { type Call, httpCall, type Reply } from './http-call.ts';
import { audiences, emails, internalSecret, issuers, operatorClaim, subscriptionPrefix } from './issuers.ts';
import { type Neighbours, startNeighbours } from './neighbours.ts';
import { createPhones, type Phones } from './phone.ts';
import { attachPushes, type PushPort, pushPort } from './pushes.ts';
import { createRecordedBus, type RecordedBus } from './recorded-bus.ts';
import { type RecordedStore, recordStore } from './recorded-store.ts';

/** When the tests happen, unless one says otherwise. */
const startOfTests = Date.UTC(2026, 11, 1, 9);

const stores = {
  memory: (_folder: string, clock: ManualClock) => createMemoryStore({ clock }),
  SQLite: (folder: string, clock: ManualClock) => openSqliteStore({ path: join(folder, 'test.db'), clock }),
} satisfies Record<string, (folder: string, clock: ManualClock) => Store>;
export type StoreName = keyof typeof stores;
export const storeNames = ['memory', 'SQLite'] as const satisfies readonly StoreName[];

export interface AgentOptions {
  readonly store?: StoreName;
  readonly variables?: Readonly<Record<string, string>>;
  /** As in the cloud unless said: nothing goes on after the answer. */
  readonly pace?: Pace;
  readonly listening?: Partial<ListenOptions>;
  /** Another process on the store, the time and the neighbours of this one, which gets what is pushed. */
  readonly beside?: RunningAgent;
}

/** actions-agent on a real socket, with real tokens, neighbours on a socket of their own, and time that a test moves. */
export interface RunningAgent extends PushPort {
  readonly url: string;
  readonly service: Service;
  readonly store: RecordedStore;
  readonly bus: RecordedBus;
  readonly phones: Phones;
  readonly neighbours: Neighbours;
  readonly clock: ManualClock;
  readonly log: RecordingLogger;
  /** Any request; the answer must be what `/openapi.json` says. */
  call(request: Call): Promise<Reply>;
  /** As one of our services. */
  internally(method: string, path: string, body?: unknown, headers?: Call['headers']): Promise<Reply>;
  /** Delivers everything that waits, and what follows from it, each once: what failed waits for its redelivery. */
  settle(): Promise<void>;
  /** The sweep, as Cloud Scheduler calls it, and what follows from it. */
  sweep(): Promise<unknown>;
  close(): Promise<void>;
}

type Surroundings = Pick<RunningAgent, 'store' | 'bus' | 'phones' | 'neighbours' | 'clock' | 'log' | 'close'>;

async function openSurroundings(store: StoreName = 'memory'): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), 'actions-agent-'));
  const clock = createManualClock(startOfTests);
  const recorded = recordStore(stores[store](folder, clock));
  const bus = createRecordedBus(clock);
  const neighbours = await startNeighbours(internalSecret);
  return {
    clock,
    store: recorded,
    bus,
    neighbours,
    log: createRecordingLogger(),
    phones: createPhones(bus, clock),
    async close() {
      await neighbours.close();
      await recorded.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function startAgent(options: AgentOptions = {}): Promise<RunningAgent> {
  const { beside } = options;
  const surroundings = beside ?? (await openSurroundings(options.store));
  const { store, bus, neighbours, phones, clock, log } = surroundings;
  const { worksAfterAnswer = false } = options.pace ?? {};
  const platform = {
    store,
    publisher: bus.publisher,
    ...(worksAfterAnswer && { commitAndPublish: oneFile(store, bus) }),
    clock,
    log,
    crashPoint: createCrashPoint,
    random: createSeededRandom(beside === undefined ? 7 : 8),
    pace: options.pace ?? {
      worksAfterAnswer: false,
      markDelayMs: 0,
      heardDelayMs: 0,
    },
  };
  const service = composeActionsAgent(
    readActionsAgentConfig({ ...variablesOf(neighbours.url), ...options.variables }),
    platform,
  );
  const server = await listen([service], {
    port: 0,
    log,
    clock,
    authenticator: await authenticatorOf(clock),
    onUndeliverable: keepDeadLetter(platform),
    failuresPerMinute: 10_000,
    drainMs: 500,
    ...options.listening,
  });
  const check = await createAnswerCheck(server.url);
  const call = checkedCall(server.url, check);
  const pushes = pushPort(call, clock);
  if (beside === undefined) attachPushes(bus, service, pushes);
  const settle = () => deliverOnceEach(bus);
  return {
    url: server.url,
    service,
    store,
    bus,
    neighbours,
    clock,
    log,
    call,
    settle,
    ...pushes,
    phones,
    internally: (method, path, body, headers) =>
      call({
        method,
        path,
        body,
        headers: {
          'x-internal-auth': internalSecret,
          ...headers,
        },
      }),
    async sweep() {
      const { status, data, text } = await pushes.schedule('/internal/actions/retry-pending');
      if (status !== 200) throw new Error(`the sweep answered ${status} ${text}`);
      await settle();
      return data;
    },
    async close() {
      await server.close();
      if (beside === undefined) await surroundings.close();
    },
  };
}

/** On one machine store and queue are one. */
const oneFile =
  (store: Store, { publisher }: RecordedBus): CommitAndPublish =>
  async (writes, durability, messages) => {
    const outcome = await store.commit(writes, durability);
    if (outcome.outcome === 'committed') for (const { topic, event } of messages) await publisher.publish(topic, event);
    return outcome;
  };

const variablesOf = (neighbour: string) => ({
  ...Object.fromEntries(neighbourUrlVariables.map((name) => [name, neighbour])),
  INTEXURAOS_INTERNAL_AUTH_TOKEN: internalSecret,
  INTEXURAOS_WEB_APP_URL: 'https://app.intexuraos.test',
});

async function authenticatorOf(clock: ManualClock) {
  const { people, google } = await issuers();
  return createAuthenticator({
    user: {
      issuer: people.issuer,
      audience: audiences.user,
      jwks: people.jwksUrl,
      algorithms: ['RS256'],
      operator: operatorClaim,
    },
    internal: { current: internalSecret },
    google: {
      issuers: [google.issuer],
      jwks: google.jwksUrl,
      subscriptionPrefix,
      push: {
        audience: audiences.push,
        emails: [emails.push],
      },
      scheduler: {
        audience: audiences.scheduler,
        emails: [emails.scheduler],
      },
    },
    clock,
  });
}

const checkedCall =
  (url: string, check: AnswerCheck): RunningAgent['call'] =>
  async (request) => {
    const reply = await httpCall(url, request);
    check(request.method, request.path, reply);
    return reply;
  };

const deliveriesMax = 2_000;

async function deliverOnceEach({ carrier }: RecordedBus): Promise<void> {
  for (let delivery = 0; delivery < deliveriesMax; delivery += 1) {
    const verdict = await carrier.deliverNext((pending) => pending.findIndex(({ attempt }) => attempt === 1));
    if (verdict === null) return;
  }
  throw new Error('messages without end');
}
