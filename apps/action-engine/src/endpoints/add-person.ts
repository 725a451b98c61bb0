import { UserId } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { addPerson as add } from '../use-cases/add-person.ts';
import { endpoint } from './endpoint.ts';
import { LoginName, NewPassword } from './password-fields.ts';

export const addPerson = endpoint({
  method: 'POST',
  path: '/users',
  auth: 'operator',
  summary: 'Let somebody sign in with a password',
  wire: 'raw',
  statuses: [201],
  input: z.object({
    user: LoginName,
    password: NewPassword,
    /** What their tokens say as `sub`; a new one unless said. */
    user_id: UserId.optional(),
    operator: z.boolean().default(false),
  }),
  output: z.object({ user_id: z.string() }),
  handle: async ({ user, password, user_id: userId, operator: isOperator }, { app }) =>
    answer(201, { user_id: await add(app, { user, password, userId, isOperator }) }),
});
