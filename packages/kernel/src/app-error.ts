/** The error codes of the system, as they stand on the wire; http-server maps each to one HTTP status. */
export const errorCodes = [
  'INVALID_REQUEST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'CONFLICT',
  'PRECONDITION_FAILED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'VALIDATION_FAILED',
  'PRECONDITION_REQUIRED',
  'RATE_LIMITED',
  'INTERNAL_ERROR',
  'DOWNSTREAM_ERROR',
  'UNAVAILABLE',
  'STORAGE_FULL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface AppErrorOptions {
  /** Facts for the program that reads the answer: the offending path and what was expected. Never a secret. */
  readonly details?: unknown;
  /** What the operator reads in the log. Never shown to the caller. */
  readonly cause?: unknown;
  /** When a second try makes sense, in seconds. */
  readonly retryAfterSeconds?: number;
}

/** The one error that use cases throw: a code for the program, a message for the person, a cause for the operator. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
