/** What a failure says: whether something may have happened on the platform, and whether the same call may help later. */
interface Meaning {
  /** `not_yet`: nobody answered, so the platform may still be at work, and what cannot be found now may come to be. */
  readonly happened: 'no' | 'maybe' | 'not_yet';
  readonly again: boolean;
}

/** Every way a call of an outside platform can fail. What follows from a code follows from this table alone. */
export const connectorErrors = {
  /** The platform refused the payload. */
  INVALID_PAYLOAD: { happened: 'no', again: false },
  /** The platform does not know the credentials any more: the person has to connect the account anew. */
  CONNECTION_EXPIRED: { happened: 'no', again: false },
  FORBIDDEN: { happened: 'no', again: false },
  NOT_FOUND: { happened: 'no', again: false },
  CONFLICT: { happened: 'no', again: false },
  RATE_LIMITED: { happened: 'no', again: true },
  /** Not a matter of waiting: the account's plan is used up. */
  QUOTA_EXCEEDED: { happened: 'no', again: false },
  /** Not one byte of the request left. */
  UNREACHABLE: { happened: 'no', again: true },
  /** The platform said that it does not take requests now. */
  PLATFORM_UNAVAILABLE: { happened: 'no', again: true },
  /** The address leads into a private network, or the answer did. */
  SSRF_BLOCKED: { happened: 'no', again: false },
  PLATFORM_ERROR: { happened: 'maybe', again: true },
  /** The answer names another address, as it also does when the request was carried out (RFC 9110 15.4.4). */
  REDIRECTED: { happened: 'maybe', again: false },
  TIMEOUT: { happened: 'not_yet', again: true },
  CONNECTION_LOST: { happened: 'not_yet', again: true },
  BAD_DOWNSTREAM_RESPONSE: { happened: 'maybe', again: false },
} as const satisfies Record<string, Meaning>;

export type ConnectorErrorCode = keyof typeof connectorErrors;

export interface ConnectorErrorOptions {
  /** From now, as the platform said it. */
  readonly retryAfterMs?: number | null;
  /** Facts for the program that reads the answer; the engine takes secrets out. */
  readonly details?: unknown;
  readonly cause?: unknown;
  /** `no`: the request that failed only prepared the one with the effect. */
  readonly happened?: 'no';
}

/** The one error that a connector throws. The message is for a person. */
export class ConnectorError extends Error {
  readonly code: ConnectorErrorCode;
  readonly retryAfterMs: number | null;
  readonly details: unknown;
  readonly meaning: Meaning;

  constructor(code: ConnectorErrorCode, message: string, options: ConnectorErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'ConnectorError';
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.details = options.details;
    this.meaning = { ...connectorErrors[code], ...(options.happened && { happened: options.happened }) };
  }
}

/** For what a run asks before it asks for the effect: whatever this ends with, nothing has happened yet. */
export async function preparing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { code, message, retryAfterMs, details, cause } = error;
    throw new ConnectorError(code, message, { retryAfterMs, details, cause, happened: 'no' });
  }
}
