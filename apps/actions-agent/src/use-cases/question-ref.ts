import type { Action } from '../domain/action.ts';
import type { QuestionRef } from '../ports.ts';

/** The question that an action is being asked about; null while there is none. */
export function questionOf({ id, ask, version, contentHash, status }: Action): QuestionRef | null {
  if (ask === null || status !== 'awaiting_approval') return null;
  return { actionId: id, version, askId: ask.id, contentHash };
}
