import { type Agent, fetch as undiciFetch } from 'undici';
import { createPublicAgents, type PublicWebSettings } from './public-agents.ts';

/**
 * `fetch` for URLs that people name: public https addresses only, judged by the address that is connected to, and no
 * redirects. Rejects with a TypeError that says why.
 */
export function createPublicFetch(settings: PublicWebSettings): typeof fetch {
  const agents = createPublicAgents(settings);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return answerOf(await undiciFetch(url, requestInit(init, agents.agentFor(url))));
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
