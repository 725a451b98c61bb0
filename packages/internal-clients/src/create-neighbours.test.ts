import { freePort } from '@intexuraos/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallOutcome } from './call-outcome.ts';
import { createNeighbours, type Neighbours } from './create-neighbours.ts';
import { createFaultyServer, type Fault, type FaultyServer } from './testing/index.ts';
import { todosAgent } from './todos-agent/index.ts';

const todo = { userId: 'anna', title: 'Buy milk', tags: [], source: 'actions-agent', sourceId: 'a1' };
const secret = 'a-secret-of-thirty-two-characters';
const feedback = { status: 'completed', message: 'Added' };

let server: FaultyServer;
let neighbours: Neighbours;

const connectorTo = (url: string, more: Partial<Parameters<typeof createNeighbours>[0]> = {}) =>
  createNeighbours({
    urls: { INTEXURAOS_TODOS_AGENT_URL: url },
    internalAuthToken: secret,
    deadlineMs: 300,
    ...more,
  });
const create = (through = neighbours, version = 1) =>
  through.connect(todosAgent, { idempotencyKey: `a1:v${version}`, epoch: 4 }).create(todo);
const verdict = (outcome: CallOutcome<unknown>) =>
  outcome.kind === 'answered' ? 'answered' : [outcome.code, outcome.effect, outcome.retryable ? 'again' : 'final'];

beforeEach(async () => {
  server = await createFaultyServer(feedback);
  neighbours = connectorTo(server.url);
});
afterEach(async () => {
  await server.close();
  await neighbours.close();
});

test('a call carries the secret, the key and the epoch, and its answer is typed', async () => {
  expect(await create()).toEqual({ kind: 'answered', data: feedback });
  const [call] = server.received;
  expect(call).toMatchObject({ method: 'POST', path: '/internal/todos', body: todo });
  expect(call?.headers).toMatchObject({
    'x-internal-auth': secret,
    'idempotency-key': 'a1:v1',
    'x-action-epoch': '4',
    'content-type': 'application/json',
  });
});

describe('every fault has one meaning', () => {
  test.each<[Fault, readonly string[]]>([
    ['error before the effect', ['INTERNAL_ERROR', 'unknown', 'again']],
    ['error after the effect', ['INTERNAL_ERROR', 'unknown', 'again']],
    ['hang before the effect', ['DOWNSTREAM_TIMEOUT', 'unknown', 'again']],
    ['hang after the effect', ['DOWNSTREAM_TIMEOUT', 'unknown', 'again']],
    ['cut before the effect', ['DOWNSTREAM_CONNECTION_LOST', 'unknown', 'again']],
    ['cut after the effect', ['DOWNSTREAM_CONNECTION_LOST', 'unknown', 'again']],
    ['cut in the middle of the answer', ['DOWNSTREAM_CONNECTION_LOST', 'unknown', 'again']],
    ['truncated JSON', ['BAD_DOWNSTREAM_RESPONSE', 'unknown', 'final']],
    ['10 MB', ['BAD_DOWNSTREAM_RESPONSE', 'unknown', 'final']],
    ['HTML', ['BAD_DOWNSTREAM_RESPONSE', 'unknown', 'final']],
    ['wrong content type', ['BAD_DOWNSTREAM_RESPONSE', 'unknown', 'final']],
    ['wrong schema', ['BAD_DOWNSTREAM_RESPONSE', 'unknown', 'final']],
    ['redirect to the metadata server', ['BAD_DOWNSTREAM_RESPONSE', 'unknown', 'final']],
    ['gateway error page', ['BAD_DOWNSTREAM_RESPONSE', 'unknown', 'again']],
    ['rate limited', ['RATE_LIMITED', 'no_effect', 'again']],
    ['unavailable', ['UNAVAILABLE', 'no_effect', 'again']],
    ['refused', ['VALIDATION_FAILED', 'no_effect', 'final']],
  ])('%s', async (fault, expected) => {
    server.plan(fault);
    expect(verdict(await create())).toEqual(expected);
    expect(server.received).toHaveLength(1);
  });

  test.each<[Fault]>([
    ['error before the effect'],
    ['error after the effect'],
    ['hang after the effect'],
    ['cut after the effect'],
    ['cut in the middle of the answer'],
    ['rate limited'],
  ])('%s, then the same key again: one effect', async (fault) => {
    server.plan(fault);
    await create();
    expect(verdict(await create())).toBe('answered');
    expect(server.ledger).toEqual(['a1:v1']);
  });

  test('the time for the next try comes from Retry-After', async () => {
    server.plan('rate limited');
    expect(await create()).toMatchObject({ retryAfterMs: 7_000 });
  });
});

test('nobody listens: nothing can have happened', async () => {
  const nowhere = connectorTo(`http://127.0.0.1:${await freePort()}`);
  expect(verdict(await create(nowhere))).toEqual(['DOWNSTREAM_UNREACHABLE', 'no_effect', 'again']);
  await nowhere.close();
});

test('a name that does not resolve: nothing can have happened', async () => {
  const nowhere = connectorTo('http://todos.invalid', { deadlineMs: 5_000 });
  expect(verdict(await create(nowhere))).toEqual(['DOWNSTREAM_UNREACHABLE', 'no_effect', 'again']);
  await nowhere.close();
});

test('a caller that goes away is answered at once, and the call may have had an effect', async () => {
  server.plan('hang before the effect');
  const leaving = new AbortController();
  const outcome = neighbours.connect(todosAgent, { signal: leaving.signal }).create(todo);
  while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  leaving.abort();
  expect(verdict(await outcome)).toEqual(['CALL_ABORTED', 'unknown', 'again']);
});

test('a caller that is gone already sends nothing', async () => {
  const outcome = await neighbours.connect(todosAgent, { signal: AbortSignal.abort() }).create(todo);
  expect(verdict(outcome)).toEqual(['CALL_ABORTED', 'no_effect', 'again']);
  expect(server.received).toHaveLength(0);
});

test('a neighbour that never answers is left alone for a moment, and others are not', async () => {
  const impatient = connectorTo(server.url, { deadlineMs: 50, breaker: { failuresMax: 2, pauseMs: 60_000 } });
  server.plan('hang before the effect', 'hang before the effect');
  await create(impatient);
  await create(impatient);
  expect(verdict(await create(impatient))).toEqual(['DOWNSTREAM_CIRCUIT_OPEN', 'no_effect', 'again']);
  expect(server.received).toHaveLength(2);
  await impatient.close();
});

test('connections are kept: a hundred calls in turn use one or two', async () => {
  for (let i = 0; i < 100; i++) await create();
  expect(new Set(server.received.map(({ connection }) => connection)).size).toBeLessThanOrEqual(2);
});

test('a base URL may have a path of its own', async () => {
  const deeper = connectorTo(`${server.url}/todos/`);
  await create(deeper);
  expect(server.received[0]?.path).toBe('/todos/internal/todos');
  await deeper.close();
});

test('in the cloud each call also proves who it is, and without proof nothing is sent', async () => {
  const cloud = connectorTo(server.url, { identityToken: async (audience) => `token-for-${audience}` });
  await create(cloud);
  expect(server.received[0]?.headers.authorization).toBe(`Bearer token-for-${server.url}`);
  await cloud.close();
  const nameless = connectorTo(server.url, { identityToken: () => Promise.reject(new Error('no metadata server')) });
  expect(verdict(await create(nameless))).toEqual(['DOWNSTREAM_UNREACHABLE', 'no_effect', 'again']);
  expect(server.received).toHaveLength(1);
  await nameless.close();
});

test('a neighbour without a URL is a mistake of the configuration, and says which variable', () => {
  const empty = createNeighbours({ urls: {}, internalAuthToken: secret });
  expect(() => empty.connect(todosAgent)).toThrow('INTEXURAOS_TODOS_AGENT_URL');
});
