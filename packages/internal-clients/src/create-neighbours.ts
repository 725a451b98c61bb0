import { type Exchange, exchange } from '@intexuraos/http-exchange';
import { type Clock, systemClock } from '@intexuraos/kernel';
import { Agent } from 'undici';
import type { z } from 'zod';
import { type CallOutcome, connectionCodes, type FailedCall } from './call-outcome.ts';
import { type BreakerRules, type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import { classifyAnswer } from './classify-answer.ts';
import type { CallIdentity, Connect, Neighbour } from './define.ts';

export interface NeighbourSettings {
  /** Base URLs by the name of their environment variable; they come from configuration only, never from data. */
  readonly urls: Readonly<Record<string, string>>;
  readonly internalAuthToken: string;
  /** For one call, from connecting to the last byte of the answer. */
  readonly deadlineMs?: number;
  /** In the cloud: a Google ID token for an audience (the neighbour's origin). */
  readonly identityToken?: (audience: string) => Promise<string>;
  readonly breaker?: BreakerRules;
  readonly clock?: Clock;
}

export interface Neighbours {
  /** Throws when the neighbour's URL is not configured: that is for the start to notice. */
  readonly connect: Connect;
  /** Lets go of the kept connections when the calls under way have ended; a second time changes nothing. */
  close(): Promise<void>;
}

const bodyBytesMax = 1024 * 1024;

/** The door to all neighbours: one pool of kept connections, one breaker for each of them. */
export function createNeighbours(settings: NeighbourSettings): Neighbours {
  const agent = new Agent({ allowH2: false, connect: { timeout: 5_000 }, headersTimeout: 0, bodyTimeout: 0 });
  let closed: Promise<void> | undefined;
  const lines = new Map<string, Line>();
  return {
    connect: (neighbour, call = {}) => {
      const line = lines.get(neighbour.name) ?? createLine(agent, neighbour, settings);
      lines.set(neighbour.name, line);
      return neighbour.client({
        get: (path, data) => line({ method: 'GET', path, call, data }),
        post: (path, data, body = {}) => line({ method: 'POST', path, call, data, body: JSON.stringify(body) }),
      });
    },
    close: () => (closed ??= agent.close()),
  };
}

interface Call<T> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly call: CallIdentity;
  readonly data: z.ZodType<T>;
  readonly body?: string;
}
type Line = <T>(call: Call<T>) => Promise<CallOutcome<T>>;

function createLine(agent: Agent, neighbour: Neighbour<unknown>, settings: NeighbourSettings): Line {
  const { deadlineMs = 25_000, clock = systemClock, breaker: rules = { failuresMax: 10, pauseMs: 5_000 } } = settings;
  const base = baseUrl(neighbour, settings.urls);
  const breaker = createCircuitBreaker(rules);
  const constant = ['x-internal-auth', settings.internalAuthToken, 'accept', 'application/json'];
  return async ({ method, path, call, data, body }) => {
    const blockedMs = breaker.blockedMs(clock.now());
    if (blockedMs !== null) return circuitOpen(neighbour.name, blockedMs);
    const identity = await identityHeaders(settings, base.origin);
    if (identity === null) return noIdentity(neighbour.name);
    const answer = await exchange(
      agent,
      {
        origin: base.origin,
        path: base.path + path,
        method,
        headers: [...constant, ...identity, ...callHeaders(call, body)],
        body: body ?? null,
      },
      { deadlineMs, bodyBytesMax, ...(call.signal && { signal: call.signal }) },
    );
    const now = clock.now();
    record(breaker, answer, now);
    return classifyAnswer(answer, data, { neighbour: neighbour.name, now });
  };
}

function baseUrl({ name, urlEnv }: Neighbour<unknown>, urls: NeighbourSettings['urls']) {
  const configured = urls[urlEnv];
  if (!configured) throw new Error(`${urlEnv} is not configured, so ${name} cannot be called`);
  const { origin, pathname } = new URL(configured);
  return { origin, path: pathname.replace(/\/+$/, '') };
}

async function identityHeaders({ identityToken }: NeighbourSettings, audience: string): Promise<string[] | null> {
  if (!identityToken) return [];
  try {
    return ['authorization', `Bearer ${await identityToken(audience)}`];
  } catch {
    return null;
  }
}

function callHeaders({ idempotencyKey, epoch }: CallIdentity, body: string | undefined): string[] {
  const headers = body === undefined ? [] : ['content-type', 'application/json'];
  if (idempotencyKey !== undefined) headers.push('idempotency-key', idempotencyKey);
  if (epoch !== undefined) headers.push('x-action-epoch', String(epoch));
  return headers;
}

/** A caller that went away says nothing about the neighbour. */
function record(breaker: CircuitBreaker, answer: Exchange, now: number) {
  if (answer.kind === 'no_response' && answer.reason === 'aborted') return;
  breaker.record(answer.kind === 'response', now);
}

const circuitOpen = (name: string, retryAfterMs: number): FailedCall => ({
  kind: 'failed',
  code: connectionCodes.circuitOpen,
  message: `${name} has not been answering and is left alone for a moment`,
  effect: 'no_effect',
  retryable: true,
  retryAfterMs,
});

const noIdentity = (name: string): FailedCall => ({
  kind: 'failed',
  code: connectionCodes.unreachable,
  message: `no identity token could be had for ${name}`,
  effect: 'no_effect',
  retryable: true,
});
