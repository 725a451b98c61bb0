import { z } from 'zod';
import { listRules } from '../use-cases/auto-approval-rules.ts';
import { endpoint } from './endpoint.ts';
import { ShownRules, shownRules } from './rule-view.ts';

export const listAutoApprovalRules = endpoint({
  method: 'GET',
  path: '/me/auto-approval-rules',
  auth: 'user',
  summary: 'Your rules for what needs no question',
  input: z.object({}),
  output: ShownRules,
  handle: async (_, { app, caller }) => shownRules(await listRules(app, caller.userId)),
});
