import * as z from 'zod/mini';
import { texts } from '../texts.ts';
import { ApiError } from './api-error.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Call<T> {
  readonly answer: z.ZodMiniType<T>;
  readonly body?: object;
  readonly ifMatch?: number;
  readonly signal?: AbortSignal;
  /** The same key again is the same call. */
  readonly key?: string;
  /** `raw`: the answer stands by itself, as endpoints of old formats give it. */
  readonly wire?: 'raw';
}

/** One call of the API. Rejects with ApiError, whatever went wrong. */
export type Caller = <T>(method: Method, path: string, call: Call<T>) => Promise<T>;

interface CallerOptions {
  readonly baseUrl: string;
  readonly token: () => Promise<string | null>;
  /** Told of each answer whether the server took the token. */
  readonly onAnswer: (token: string | null, isTaken: boolean) => void;
}

const Refusal = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.optional(z.unknown()),
    requestId: z.optional(z.string()),
  }),
  /** Where raw answers have it. */
  request_id: z.optional(z.string()),
});

export function createCaller({ baseUrl, token, onAnswer }: CallerOptions): Caller {
  return async (method, path, { answer, body, ifMatch, signal, key, wire }) => {
    const bearer = await token();
    const response = await send(`${baseUrl}${path}`, {
      method,
      headers: headersOf(bearer, { body, ifMatch, key }),
      cache: 'no-store',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    });
    const content = await contentOf(response);
    onAnswer(bearer, response.status !== 401);
    if (!response.ok) throw refusalOf(response.status, content);
    const parsed = z.object({ data: answer }).safeParse(wire === 'raw' ? { data: content } : content);
    if (!parsed.success) throw new ApiError(response.status, 'UNEXPECTED', texts.problems.unexpected);
    return parsed.data.data;
  };
}

interface Sent {
  readonly body: object | undefined;
  readonly ifMatch: number | undefined;
  readonly key: string | undefined;
}

const headersOf = (token: string | null, { body, ifMatch, key }: Sent) => ({
  ...(token !== null && { authorization: `Bearer ${token}` }),
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  ...(key !== undefined && { 'idempotency-key': key }),
});

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (request.signal?.aborted === true) throw error;
    throw new ApiError(0, 'UNREACHABLE', texts.problems.unreachable);
  }
}

async function contentOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function refusalOf(status: number, content: unknown): ApiError {
  const refusal = Refusal.safeParse(content);
  if (!refusal.success) return new ApiError(status, 'UNEXPECTED', texts.problems.unexpected);
  const { code, message, details, requestId = refusal.data.request_id } = refusal.data.error;
  return new ApiError(status, code, message, { details, ...(requestId !== undefined && { requestId }) });
}
