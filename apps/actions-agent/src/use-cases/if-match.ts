import { AppError } from '@intexuraos/kernel';
import type { Action } from '../domain/action.ts';

const entityTag = /^(?:W\/)?"?(\d{1,15})"?$/;

/** The `rev` that an `If-Match` header names (RFC 9110, 13.1.1); null without one. Throws PRECONDITION_FAILED on another tag. */
export function revOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null;
  const tag = entityTag.exec(ifMatch.trim())?.[1];
  if (tag === undefined) throw stale('expected the ETag of the action, its `rev`');
  return Number(tag);
}

const stale = (expected: string) =>
  new AppError('PRECONDITION_FAILED', 'The action is not what you saw.', {
    details: [{ path: 'If-Match', message: expected }],
  });

/**
 * The version that a person saw who names `rev`: any state since the present content was written shows that content,
 * so marks and delivery statuses in between do not get in the way. Throws PRECONDITION_FAILED for an older state, and
 * PRECONDITION_REQUIRED when nothing is named although the action was edited.
 */
export function versionSeen(action: Action, rev: number | null): number {
  if (rev === null && action.version > 1) {
    throw new AppError('PRECONDITION_REQUIRED', 'The action was edited: send If-Match with its ETag.', {
      details: [{ path: 'If-Match', message: 'expected the ETag of the action, its `rev`' }],
    });
  }
  if (rev !== null && (rev < action.contentRev || rev > action.rev)) throw stale(`expected "${action.rev}"`);
  return action.version;
}
