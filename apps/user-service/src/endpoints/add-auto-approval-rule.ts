import { AutoApprovalRule, NewAutoApprovalRule } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { addRule } from '../use-cases/auto-approval-rules.ts';
import { endpoint } from './endpoint.ts';

export const addAutoApprovalRule = endpoint({
  method: 'POST',
  path: '/me/auto-approval-rules',
  auth: 'user',
  summary: 'Approve actions like these without a question; only types of low risk, and at most `perDayMax` in 24 hours',
  quota: 'mutation',
  input: NewAutoApprovalRule,
  output: z.object({ rule: AutoApprovalRule }),
  statuses: [201],
  handle: async (wanted, { app, caller }) => {
    const { rule, isNew } = await addRule(app, caller.userId, wanted);
    return answer(isNew ? 201 : 200, { rule: AutoApprovalRule.parse(rule) });
  },
});
