import type { ActionEnginePorts } from '../ports.ts';
import { invalid } from './invalid.ts';

/** Throws VALIDATION_FAILED for an address that will never be called. */
export function checkCallback({ callbacks }: Pick<ActionEnginePorts, 'callbacks'>, url: string | undefined): void {
  const problem = url === undefined ? null : callbacks.problemOf(url);
  if (problem !== null) throw invalid([{ path: 'callback_url', message: problem }]);
}
