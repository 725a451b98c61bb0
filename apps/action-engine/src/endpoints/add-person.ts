import { UserId } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { loginNameForm, newPasswordLength } from '../domain/login.ts';
import { addPerson as add } from '../use-cases/add-person.ts';
import { endpoint } from './endpoint.ts';

export const addPerson = endpoint({
  method: 'POST',
  path: '/users',
  auth: 'operator',
  summary: 'Let somebody sign in with a password',
  wire: 'raw',
  statuses: [201],
  input: z.object({
    user: z.string().regex(loginNameForm, 'expected a name like "ana" or "ana@example.com"'),
    password: z.string().min(newPasswordLength.min).max(newPasswordLength.max),
    /** What their tokens say as `sub`; a new one unless said. */
    user_id: UserId.optional(),
    operator: z.boolean().default(false),
  }),
  output: z.object({ user_id: z.string() }),
  handle: async ({ user, password, user_id: userId, operator: isOperator }, { app }) =>
    answer(201, { user_id: await add(app, { user, password, userId, isOperator }) }),
});
