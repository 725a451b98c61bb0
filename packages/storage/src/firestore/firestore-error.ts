import { AppError } from '@intexuraos/kernel';

/** https://github.com/grpc/grpc/blob/master/doc/statuscodes.md */
const grpc = { invalidArgument: 3, notFound: 5, alreadyExists: 6, failedPrecondition: 9 } as const;

function codeOf(error: unknown): number | undefined {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** Whether a commit failed because a condition did not hold, and so changed nothing. */
export function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  return code === grpc.failedPrecondition || code === grpc.alreadyExists || code === grpc.notFound;
}

/** UNAVAILABLE for all that may be otherwise the next time; the rest is our own mistake. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  if (code === grpc.invalidArgument) {
    return new AppError('VALIDATION_FAILED', 'Firestore cannot hold this', { cause: error });
  }
  if (code === grpc.failedPrecondition) {
    return new AppError('INTERNAL_ERROR', 'Firestore lacks an index for this query', { cause: error });
  }
  return new AppError('UNAVAILABLE', 'Firestore does not answer', { cause: error });
}

/**
 * Rejects with UNAVAILABLE when `call` takes longer: Google's client itself tries again for ten minutes. What was asked
 * for may still happen later.
 */
export async function withinDeadline<T>(call: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const late = new AppError('UNAVAILABLE', `Firestore did not answer within ${deadlineMs} ms`);
    timer = setTimeout(reject, deadlineMs, late);
  });
  try {
    return await Promise.race([call, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
