import { Id } from '@intexuraos/contracts';
import { z } from 'zod';
import { removeRule } from '../use-cases/auto-approval-rules.ts';
import { endpoint } from './endpoint.ts';

export const deleteAutoApprovalRule = endpoint({
  method: 'DELETE',
  path: '/me/auto-approval-rules/:id',
  auth: 'user',
  summary: 'Be asked again about what this rule approved',
  quota: 'mutation',
  input: z.object({ id: Id }),
  output: z.object({}),
  handle: async ({ id }, { app, caller }) => {
    await removeRule(app, caller.userId, id);
    return {};
  },
});
