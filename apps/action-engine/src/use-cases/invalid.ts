import { AppError } from '@intexuraos/kernel';

interface Problem {
  readonly path: string;
  readonly message: string;
}

/** As the dispatcher says it of an input: each problem beside its field. */
export const invalid = (problems: readonly Problem[]) =>
  new AppError('VALIDATION_FAILED', 'The request is not valid', { details: problems });

export const below = (field: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map(({ path, message }) => ({ path: path === '' ? field : `${field}.${path}`, message }));

/** A key stands for one request. */
export const usedKey = () => invalid([{ path: 'Idempotency-Key', message: 'this key was used for another request' }]);
