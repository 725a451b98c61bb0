import { AppError } from '@intexuraos/kernel';
import type { ActionEnginePorts } from '../ports.ts';

/** Throws VALIDATION_FAILED for an address that will never be called. */
export function checkCallback({ callbacks }: Pick<ActionEnginePorts, 'callbacks'>, url: string | undefined): void {
  const problem = url === undefined ? null : callbacks.problemOf(url);
  if (problem === null) return;
  throw new AppError('VALIDATION_FAILED', 'The request is not valid', {
    details: [{ path: 'callback_url', message: problem }],
  });
}
