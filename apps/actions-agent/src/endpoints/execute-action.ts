import { Id } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import type { Action } from '../domain/action.ts';
import { endpoint } from './endpoint.ts';

const Execution = z.object({
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

export const executeAction = endpoint({
  method: 'POST',
  path: '/actions/:actionId/execute',
  auth: 'user',
  quota: 'execute',
  summary: 'Approves if need be, runs, and waits for the end; 202 with Location while it goes on.',
  input: z.strictObject({ actionId: Id }),
  output: Execution,
  statuses: [202],
  handle: async ({ actionId }, { app, caller, request }) => {
    const { running, loaded } = await app.execute({ actionId, ...caller, ifMatch: request.headers['if-match'], requestId: request.id });
    const execution = executionOf(loaded.action);
    return running ? answer(202, execution, { location: `/actions/${actionId}` }) : execution;
  },
});
