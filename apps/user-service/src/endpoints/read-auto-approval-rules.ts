import { UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { listRules } from '../use-cases/auto-approval-rules.ts';
import { endpoint } from './endpoint.ts';
import { ShownRules, shownRules } from './rule-view.ts';

export const readAutoApprovalRules = endpoint({
  method: 'GET',
  path: '/internal/users/:userId/auto-approval-rules',
  auth: 'service',
  summary: "A person's rules for what needs no question; for somebody new, those that hold for everybody",
  input: z.object({ userId: UserId }),
  output: ShownRules,
  handle: async ({ userId }, { app }) => shownRules(await listRules(app, userId)),
});
