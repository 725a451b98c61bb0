import { type Exchange, readRetryAfter } from '@intexuraos/http-exchange';
import { z } from 'zod';
import type { Call } from '../call.ts';
import { ConnectorError, type ConnectorErrorCode } from '../connector-error.ts';
import { codeOfStatus } from '../http-api/code-of-status.ts';
import { noResponse } from '../http-api/define-api.ts';
import { uuidOfKey } from '../key-forms.ts';
import { redact } from '../redact.ts';
import type { Answer, Credentials, Request, Settings } from './schema.ts';

export type HttpCall = Call<Credentials, Settings>;

/** One request to a host that the owner allowed, and its answer. */
export async function send(request: Request, call: HttpCall): Promise<Answer> {
  const url = allowedUrl(request.url, call.settings);
  checkKeyHeader(request, call.credentials);
  const { body } = request;
  const exchange = await call.outside.http({
    url,
    method: request.method,
    headers: headersOf(request, call),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return read(exchange, url.host, call);
}

/** With the whole URL, so that who is asked sees where it leads. Throws as `send` does. */
export const withUrl = (request: Request, settings: Settings): Request => ({
  ...request,
  url: allowedUrl(request.url, settings).href,
});

/** Whatever the URL looks like: what counts is where it leads. */
function allowedUrl(text: string, { allowed_hosts, base_url }: Settings): URL {
  const url = URL.parse(text, base_url);
  if (url === null) throw new ConnectorError('INVALID_PAYLOAD', `"${text}" is no URL, and the account has no base URL`);
  if (allowed_hosts.includes(url.host)) return url;
  throw new ConnectorError('FORBIDDEN', `${url.host} is not among the hosts that this account may ask`);
}

/** A header that is the account's own would leave in the place of the key, and one key would stand for every wish. */
function checkKeyHeader({ idempotency_header }: Request, { headers }: Credentials): void {
  if (idempotency_header === undefined || !(idempotency_header.toLowerCase() in inSmallLetters(headers))) return;
  throw new ConnectorError(
    'INVALID_PAYLOAD',
    `idempotency_header: the account sets ${idempotency_header} itself; expected the name of another header`,
  );
}

/** Names in small letters, so that nothing stands twice; a secret header cannot be replaced. */
function headersOf({ headers, body, idempotency_header }: Request, { credentials, key }: HttpCall) {
  const contentType = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  return {
    accept: 'application/json, text/*;q=0.9',
    ...(body !== undefined && { 'content-type': contentType }),
    ...inSmallLetters(headers),
    ...(idempotency_header && inSmallLetters({ [idempotency_header]: uuidOfKey(key) })),
    ...inSmallLetters(credentials.headers),
  };
}

const inSmallLetters = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const shownCharsMax = 2_000;

function read(exchange: Exchange, host: string, { credentials, now }: HttpCall): Answer {
  if (exchange.kind === 'no_response') throw noResponse(exchange, host);
  const { status, contentType } = exchange;
  // A host may repeat what it was sent.
  const body = exchange.body === null ? null : redact(exchange.body, credentials);
  if (status >= 300) {
    throw new ConnectorError(codeOf(status, credentials), `${host}: HTTP ${status}`, {
      retryAfterMs: readRetryAfter(exchange.retryAfter, now()),
      details: { status, body: body?.slice(0, shownCharsMax) ?? null },
    });
  }
  if (body === null) throw new ConnectorError('BAD_DOWNSTREAM_RESPONSE', `${host} answered more than is read`);
  return { status, content_type: contentType, body: /json/i.test(contentType) ? parsed(body) : body };
}

/** What a host of anybody's says: no redirect proves that nothing was done, and who shows nothing cannot be out of date. */
function codeOf(status: number, { headers }: Credentials): ConnectorErrorCode {
  if (status < 400) return 'REDIRECTED';
  return status === 401 && Object.keys(headers).length === 0 ? 'FORBIDDEN' : codeOfStatus(status);
}

function parsed(text: string): Answer['body'] {
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    return text;
  }
}
