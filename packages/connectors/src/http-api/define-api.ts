import { type Exchange, readRetryAfter } from '@intexuraos/http-exchange';
import type { z } from 'zod';
import type { Call, HttpRequest } from '../call.ts';
import { ConnectorError, type ConnectorErrorCode } from '../connector-error.ts';
import { codeOfStatus } from './code-of-status.ts';

/** What a platform's own error says, when its body could be read. */
export interface VendorProblem {
  readonly message: string;
  /** Where the vendor's code says more than the HTTP status. */
  readonly code?: ConnectorErrorCode;
  readonly retryAfterMs?: number;
}

export interface ApiSpec<Credentials> {
  /** As a person knows the platform: "Slack". */
  readonly title: string;
  /** Where each account names its own API. */
  readonly apiUrl?: (credentials: Credentials) => string;
  readonly headers: (credentials: Credentials) => Readonly<Record<string, string>>;
  /** Reads the vendor's error, or null when the body holds none. Is also asked about answers with a 2xx status. */
  readonly problem: (body: unknown, status: number) => VendorProblem | null;
}

export interface ApiRequest<T> {
  readonly method: HttpRequest['method'];
  /** Below the API's URL; segments that come from people are encoded by `path`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: object;
  /** `text`: the answer is the body as it is. JSON unless said. */
  readonly form?: 'text';
  readonly answer: z.ZodType<T>;
}

/** One platform's HTTP API with JSON in and out: how it is asked, and what its answers mean. */
export function defineApi<Credentials>(spec: ApiSpec<Credentials>) {
  return async <T>(call: Call<Credentials, unknown>, request: ApiRequest<T>): Promise<T> => {
    const exchange = await call.outside.http({
      url: urlOf(spec.apiUrl?.(call.credentials) ?? call.apiUrl, request),
      method: request.method,
      headers: {
        accept: 'application/json',
        ...(request.body && { 'content-type': 'application/json' }),
        ...spec.headers(call.credentials),
      },
      ...(request.body && { body: JSON.stringify(request.body) }),
    });
    return readAnswer(exchange, request, spec, call.now());
  };
}

/** A path of which every part is one segment, whatever it contains. */
export const path = (strings: TemplateStringsArray, ...parts: readonly string[]): string =>
  String.raw({ raw: strings }, ...parts.map((part) => encodeURIComponent(part)));

function urlOf(apiUrl: string, { path: below, query = {} }: Pick<ApiRequest<unknown>, 'path' | 'query'>): URL {
  const url = new URL(apiUrl.replace(/\/+$/, '') + below);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

const messageCharsMax = 500;

function readAnswer<T>(
  exchange: Exchange,
  { answer, form }: Pick<ApiRequest<T>, 'answer' | 'form'>,
  { title, problem }: Pick<ApiSpec<never>, 'title' | 'problem'>,
  now: number,
): T {
  if (exchange.kind === 'no_response') throw noResponse(exchange, title);
  const { status, body } = exchange;
  const json = parseJson(body);
  const found = json === undefined ? null : problem(json, status);
  if (status >= 300 || found?.code) {
    throw new ConnectorError(found?.code ?? codeOfStatus(status), refusal(title, status, found), {
      retryAfterMs: found?.retryAfterMs ?? readRetryAfter(exchange.retryAfter, now),
    });
  }
  const read = answer.safeParse(form === 'text' ? textOf(exchange) : json);
  if (read.success) return read.data;
  throw new ConnectorError('BAD_DOWNSTREAM_RESPONSE', `${title} gave an answer that makes no sense`);
}

const refusal = (title: string, status: number, problem: VendorProblem | null) =>
  status >= 300 && status < 400
    ? `${title} answered with a redirect, which is not followed`
    : `${title}: ${problem?.message ?? `HTTP ${status}`}`.slice(0, messageCharsMax);

/** Why there was no answer, and what that means. */
export function noResponse(
  { reason, sent }: Extract<Exchange, { kind: 'no_response' }>,
  title: string,
): ConnectorError {
  if (!sent) return new ConnectorError('UNREACHABLE', `${title} cannot be reached`);
  return reason === 'connection'
    ? new ConnectorError('CONNECTION_LOST', `${title} broke off the connection`)
    : new ConnectorError('TIMEOUT', `${title} did not answer in time`);
}

/** A page or JSON where text was to be is some other program's answer. */
const textOf = ({ contentType, body }: Extract<Exchange, { kind: 'response' }>) =>
  /html|json/i.test(contentType) ? null : body;

function parseJson(body: string | null): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
