import { AppError } from '@intexuraos/kernel';
import type { RefusalForm } from '../define.ts';
import { json, type Outgoing } from './send.ts';
import { statusOf } from './status.ts';

/** Express itself throws for a path it cannot decode; that error bears the status 400. */
const isBadPath = (error: unknown) => error instanceof Error && 'status' in error && error.status === 400;

/** Every error as an AppError: what is not ours is INTERNAL_ERROR, and its text stays in the log. */
export function appError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isBadPath(error)) return new AppError('INVALID_REQUEST', 'The path cannot be decoded');
  return new AppError('INTERNAL_ERROR', 'Something went wrong', { cause: error });
}

const messageOf = ({ code, message }: AppError, requestId: string) =>
  code === 'INTERNAL_ERROR' ? `Something went wrong (request ${requestId})` : message;

function headersOf(error: AppError): Record<string, string> {
  if (error.code === 'UNAUTHORIZED') return { 'www-authenticate': 'Bearer' };
  if (error.retryAfterSeconds === undefined) return {};
  return { 'retry-after': String(Math.max(1, Math.ceil(error.retryAfterSeconds))) };
}

const envelope: Pick<RefusalForm, 'of'> = { of: (error) => ({ success: false, error }) };

/** `{success: false, error}`, or what another wire format has instead. The details of an internal error are nobody's business. */
export function errorBody(error: AppError, requestId: string, form: Pick<RefusalForm, 'of'> = envelope): Outgoing {
  const { code } = error;
  const details = code === 'INTERNAL_ERROR' ? undefined : error.details;
  const body = form.of({ code, message: messageOf(error, requestId), details, requestId });
  return { status: statusOf[code], type: json, body: JSON.stringify(body), headers: headersOf(error) };
}
