import { Id } from '@intexuraos/contracts';
import { z } from 'zod';
import type { Action } from '../domain/action.ts';

/** How a run ended, or where it stands. */
export const Execution = z.object({
  actionId: Id,
  status: z.enum(['completed', 'failed', 'pending', 'processing', 'awaiting_approval', 'rejected', 'archived']),
  resourceUrl: z.string().optional(),
  message: z.string().optional(),
  errorCode: z.string().optional(),
  existingBookmarkId: z.string().optional(),
});
type Execution = z.infer<typeof Execution>;

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

export function executionOf(action: Action): Execution {
  const resourceUrl = textOf(action.result?.['resourceUrl']);
  const existingBookmarkId = textOf(action.result?.['existingBookmarkId']);
  const message = action.failure?.message ?? textOf(action.result?.['message']);
  return {
    actionId: action.id,
    status: action.status,
    ...(resourceUrl !== undefined && { resourceUrl }),
    ...(message !== undefined && { message }),
    ...(action.failure !== null && { errorCode: action.failure.code }),
    ...(existingBookmarkId !== undefined && { existingBookmarkId }),
  };
}
