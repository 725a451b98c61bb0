import type { LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { urlProblem } from './check-url.ts';
import { createGuardedLookup } from './guarded-lookup.ts';

export interface PublicFetchSettings {
  /** Whether plain http and this very machine may be asked: only where the person and the machine are one. */
  readonly loopbackAllowed: boolean;
  /** Tests bring their own resolver. */
  readonly lookup?: LookupFunction;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * `fetch` for URLs that people name: public https addresses only, judged by the address that is connected to, and no
 * redirects. Rejects with a TypeError that says why.
 */
export function createPublicFetch({ loopbackAllowed, lookup }: PublicFetchSettings): typeof fetch {
  const guarded = new Agent({ connect: { timeout: 5_000, lookup: lookup ?? createGuardedLookup() } });
  const near = new Agent({ connect: { timeout: 5_000 } });

  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const isNear = loopbackAllowed && loopback.has(url.hostname);
    const problem = isNear ? null : urlProblem(url);
    if (problem !== null) throw new TypeError(`${url.hostname} is not asked: ${problem}`);
    return answerOf(await undiciFetch(url, requestInit(init, isNear ? near : guarded)));
  };
}

function requestInit(init: RequestInit | undefined, dispatcher: Agent) {
  const body = typeof init?.body === 'string' ? init.body : null;
  const headers = Object.fromEntries(new Headers(init?.headers));
  return {
    method: init?.method ?? 'GET',
    headers,
    body,
    signal: init?.signal ?? null,
    redirect: 'error',
    dispatcher,
  } as const;
}

/** undici's own answer as the platform's, which is what callers of `fetch` are typed for. */
async function answerOf({
  status,
  statusText,
  headers,
  body,
}: Awaited<ReturnType<typeof undiciFetch>>): Promise<Response> {
  return new Response(body, { status, statusText, headers: [...headers] });
}
