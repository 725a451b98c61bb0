import { AppError } from '@intexuraos/kernel';

const keyCharsMax = 255;

/** Throws INVALID_REQUEST for a key that cannot be kept. */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header !== undefined && (header === '' || header.length > keyCharsMax)) throw refused();
  return header;
}

/** Throws INVALID_REQUEST where there is none, too: a second try would be a second wish. */
export function neededKey(header: string | undefined): string {
  const key = idempotencyKey(header);
  if (key === undefined) throw refused();
  return key;
}

const refused = () => new AppError('INVALID_REQUEST', `Idempotency-Key: expected 1 to ${keyCharsMax} characters`);
