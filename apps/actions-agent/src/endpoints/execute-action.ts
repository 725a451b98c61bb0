import { Id } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Execution, executionOf } from './execution-view.ts';

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
    const { running, loaded } = await app.execute({
      actionId,
      ...caller,
      ifMatch: request.headers['if-match'],
      requestId: request.id,
    });
    const execution = executionOf(loaded.action);
    return running ? answer(202, execution, { location: `/actions/${actionId}` }) : execution;
  },
});
