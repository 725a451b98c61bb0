import { AppError } from '@intexuraos/kernel';

const idsMax = 100;

/** Each id once, in the given order. Throws VALIDATION_FAILED for more than a hundred. */
export function uniqueIds(ids: readonly string[]): readonly string[] {
  const unique = [...new Set(ids)];
  if (unique.length <= idsMax) return unique;
  throw new AppError('VALIDATION_FAILED', `At most ${idsMax} documents are read at once`, { details: { path: 'ids' } });
}
