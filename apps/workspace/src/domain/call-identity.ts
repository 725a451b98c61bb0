import { AppError } from '@intexuraos/kernel';

/** What a caller says about its call, so that it is carried out once. */
export interface CallIdentity {
  /** The same key gets the same answer. */
  readonly idempotencyKey: string | null;
  /** The fencing token of the caller's lease: never goes back, so a lower one is from somebody who lost the lease. */
  readonly epoch: number | null;
}

/** Reads `Idempotency-Key` and `X-Action-Epoch`. Throws INVALID_REQUEST for malformed ones. */
export function readCallIdentity(headers: Readonly<Record<string, string>>): CallIdentity {
  const key = headers['idempotency-key'] ?? null;
  const epoch = headers['x-action-epoch'] ?? null;
  if (key !== null && !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new AppError('INVALID_REQUEST', 'Idempotency-Key must be 1 to 255 visible ASCII characters');
  if (epoch !== null && !/^\d{1,15}$/.test(epoch))
    throw new AppError('INVALID_REQUEST', 'X-Action-Epoch must be a whole number');
  return { idempotencyKey: key, epoch: epoch === null ? null : Number(epoch) };
}
