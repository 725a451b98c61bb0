import { ErrorBody } from '@intexuraos/contracts';
import { z } from 'zod';
import { CliError, type ExitCode, exitCodes } from './cli-error.ts';
import type { Connection } from './config.ts';

export interface Api {
  get<T>(path: string, data: z.ZodType<T>): Promise<T>;
  send<T>(method: 'PATCH' | 'POST', path: string, data: z.ZodType<T>, request: Sent): Promise<T>;
  /** An answer that stands by itself, refusals included, as `POST /perform_action` has it. */
  perform<T>(path: string, answer: z.ZodType<T>, request: Sent): Promise<T>;
  remove<T>(path: string, data: z.ZodType<T>): Promise<T>;
  /** The raw answer of a stream. */
  open(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
}

export interface Sent {
  readonly body: object;
  readonly headers?: Record<string, string>;
}

interface Call extends Omit<RequestInit, 'headers'> {
  readonly headers?: Record<string, string>;
}

const deadlineMs = 30_000;
/** Longer than any performance takes. */
const performMs = 90_000;

const exitCodeOf: Readonly<Record<number, ExitCode>> = {
  401: exitCodes.notSignedIn,
  403: exitCodes.notSignedIn,
  404: exitCodes.notFound,
  409: exitCodes.conflict,
  412: exitCodes.conflict,
  428: exitCodes.conflict,
  422: exitCodes.usage,
};

/** Every method throws a CliError that says what the server refused, or that it cannot be reached. */
export function createApi({ url, token }: Connection): Api {
  async function call(path: string, { headers = {}, ...init }: Call): Promise<Response> {
    const own = { ...headers, authorization: `Bearer ${token}` };
    const response = await fetch(url + path, { ...init, headers: own, redirect: 'error' }).catch((cause: unknown) => {
      throw new CliError(exitCodes.failed, `${url} cannot be reached. Is it running?`, cause);
    });
    if (response.ok) return response;
    throw await refusalOf(response);
  }

  async function read<T>(data: z.ZodType<T>, response: Response): Promise<T> {
    const answer = z.object({ data }).safeParse(await response.json().catch(() => null));
    if (answer.success) return answer.data.data;
    throw new CliError(exitCodes.failed, `${url} answered something else than expected`, answer.error);
  }

  async function perform<T>(path: string, answer: z.ZodType<T>, { body, headers = {} }: Sent): Promise<T> {
    const own = { 'content-type': 'application/json', ...headers, authorization: `Bearer ${token}` };
    const init = { method: 'POST', headers: own, body: JSON.stringify(body), signal: AbortSignal.timeout(performMs) };
    const response = await fetch(url + path, { ...init, redirect: 'error' }).catch((cause: unknown) => {
      const lost = 'No answer came: it may have happened. With the same --key it is the same request.';
      throw new CliError(exitCodes.failed, `${url} did not answer. ${lost}`, cause);
    });
    const content: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    const read = answer.safeParse(content);
    if (read.success) return read.data;
    throw await refusalOf(response);
  }

  const signal = () => AbortSignal.timeout(deadlineMs);
  return {
    get: async (path, data) => read(data, await call(path, { signal: signal() })),
    send: async (method, path, data, { body, headers = {} }) =>
      read(
        data,
        await call(path, {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
          signal: signal(),
        }),
      ),
    perform,
    remove: async (path, data) => read(data, await call(path, { method: 'DELETE', signal: signal() })),
    open: (path, headers, stop) => call(path, { headers, signal: stop }),
  };
}

async function refusalOf(response: Response): Promise<CliError> {
  const exitCode = exitCodeOf[response.status] ?? exitCodes.failed;
  const body = ErrorBody.safeParse(await response.json().catch(() => null));
  if (!body.success) return new CliError(exitCode, `The server answered ${response.status}`);
  const { code, message, details } = body.data.error;
  return new CliError(exitCode, [`${message} (${code})`, ...linesOf(details)].join('\n'));
}

const Details = z.array(z.object({ path: z.string(), message: z.string() })).catch([]);
const linesOf = (details: unknown) => Details.parse(details).map(({ path, message }) => `  ${path}: ${message}`);
