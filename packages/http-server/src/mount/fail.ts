import type { ServerResponse } from 'node:http';
import { appError, errorBody } from '../answer/error-body.ts';
import { type Headers, send } from '../answer/send.ts';
import { statusOf } from '../answer/status.ts';
import type { RequestFacts } from '../define.ts';

/** The one place where an error becomes an answer. The operator finds its cause in the log, under the same request id. */
export function fail(
  response: ServerResponse,
  { id, log }: Pick<RequestFacts, 'id' | 'log'>,
  thrown: unknown,
  headers: Headers = {},
): void {
  const error = appError(thrown);
  if (error.code === 'INTERNAL_ERROR') log.error({ err: error.cause ?? error }, 'internal error');
  else if (statusOf[error.code] >= 500) log.warn({ code: error.code, err: error }, 'not available');
  const body = errorBody(error, id);
  send(response, id, { ...body, headers: { ...body.headers, ...headers } });
}
