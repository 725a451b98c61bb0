import { z } from 'zod';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const timeoutMs = 10_000;

/** Slack says no inside a 200: https://api.slack.com/methods/oauth.v2.access#errors */
const Refusal = z.object({ ok: z.literal(false), error: z.string() });

/** What of that means the same as `invalid_grant`. */
const worthless = new Set([
  'code_already_used',
  'invalid_code',
  'invalid_grant_type',
  'invalid_refresh_token',
  'token_expired',
  'token_revoked',
]);

/** `fetch` to a provider, with what is peculiar to some of them made plain RFC 6749. */
export function plainFetch(tokenBody: 'json' | 'form'): Fetch {
  return async (url, init) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...(tokenBody === 'json' ? asJson(init) : init), redirect: 'manual', signal });
    return plain(response);
  };
}

function asJson(init: RequestInit): RequestInit {
  if (!(init.body instanceof URLSearchParams)) return init;
  const headers = new Headers(init.headers);
  headers.set('content-type', 'application/json');
  return { ...init, headers, body: JSON.stringify(Object.fromEntries(init.body)) };
}

async function plain(response: Response): Promise<Response> {
  if (!response.ok || response.headers.get('content-type')?.startsWith('application/json') !== true) return response;
  const text = await response.text();
  const answer = parsed(text);
  const { data } = Refusal.safeParse(answer);
  const { status, headers } = response;
  if (!data)
    return new Response(answer === undefined ? text : JSON.stringify(answer, absentForNull), { status, headers });
  const error = worthless.has(data.error) ? 'invalid_grant' : data.error;
  return Response.json({ error }, { status: 400 });
}

/** Notion says null for what there is not: https://developers.notion.com/reference/create-a-token */
const absentForNull = (_name: string, value: unknown): unknown => value ?? undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
