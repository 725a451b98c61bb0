import type { ServerResponse } from 'node:http';
import type { AppError, Logger } from '@intexuraos/kernel';
import { appError, errorBody } from '../answer/error-body.ts';
import { type Headers, send } from '../answer/send.ts';
import { statusOf } from '../answer/status.ts';
import type { RefusalForm, RequestFacts } from '../define.ts';

/** The one place where an error becomes an answer. The operator finds its cause in the log, under the same request id. */
export function fail(
  response: ServerResponse,
  { id, log }: Pick<RequestFacts, 'id' | 'log'>,
  thrown: unknown,
  headers: Headers = {},
  form?: RefusalForm,
): void {
  const error = appError(thrown);
  tell(log, error);
  const body = errorBody(error, id, form);
  send(response, id, { ...body, headers: { ...body.headers, ...headers } });
}

/** What the caller is not told. Why somebody was turned away is a fixed text: it never holds what they sent. */
function tell(log: Logger, error: AppError): void {
  const { code, cause } = error;
  if (code === 'INTERNAL_ERROR') log.error({ err: cause ?? error }, 'internal error');
  else if (statusOf[code] >= 500) log.warn({ code, err: error }, 'not available');
  else if (code === 'UNAUTHORIZED' || code === 'FORBIDDEN') log.info({ code, reason: cause }, 'turned away');
}
