import { AppError } from '@intexuraos/kernel';

/** Primary result codes, https://www.sqlite.org/rescode.html */
export const resultCodes = {
  busy: 5,
  locked: 6,
  corrupt: 11,
  full: 13,
  notADatabase: 26,
} as const;

/** The primary result code of an error that node:sqlite threw (not always an Error of this realm); undefined for others. */
export function resultCodeOf(error: unknown): number | undefined {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'errcode') : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** What the ports promise: STORAGE_FULL for a full disk, UNAVAILABLE for all else that SQLite may say. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (resultCodeOf(error) === resultCodes.full) {
    return new AppError('STORAGE_FULL', 'The disk is full: nothing of this was stored', { cause: error });
  }
  return new AppError('UNAVAILABLE', 'The store could not do this', { cause: error });
}
