import type { Callers } from '@intexuraos/http-server';
import { AppError } from '@intexuraos/kernel';
import { invalid } from './invalid.ts';

/** For whom something is done: a person for themselves alone, a service for whom it names. Throws FORBIDDEN, VALIDATION_FAILED. */
export function onBehalfOf(caller: Callers['caller'], named: string | undefined): string {
  if ('userId' in caller) {
    if (named === undefined || named === caller.userId) return caller.userId;
    throw new AppError('FORBIDDEN', 'user_id is not the subject of your token', { details: { path: 'user_id' } });
  }
  if (named !== undefined) return named;
  throw invalid([{ path: 'user_id', message: 'a service says for whom it asks' }]);
}

/** Whose log of requests it stands in, refused or not. */
export const askerOf = (caller: Callers['caller'], named: string | undefined): string =>
  'userId' in caller ? caller.userId : onBehalfOf(caller, named);

/** As it stands in the log of requests. */
export const nameOf = (caller: Callers['caller']): string => ('userId' in caller ? 'person' : caller.service);
