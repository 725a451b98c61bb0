import { AppError } from '@intexuraos/kernel';

/** `reason` is for the log only; it must be a fixed text or an error code, because messages of others may hold the token. */
export const unauthorized = (reason: string): AppError =>
  new AppError('UNAUTHORIZED', 'Valid credentials are required', { cause: reason });

export const forbidden = (reason: string): AppError =>
  new AppError('FORBIDDEN', 'These credentials are not for this operation', { cause: reason });
