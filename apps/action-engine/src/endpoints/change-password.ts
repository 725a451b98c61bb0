import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { newPasswordLength } from '../domain/login.ts';
import { changePassword as change } from '../use-cases/change-password.ts';
import { endpoint } from './endpoint.ts';

export const changePassword = endpoint({
  method: 'PUT',
  path: '/login/password',
  auth: 'public',
  summary: 'A new password in place of the old one; everybody who signed in with it is signed out',
  wire: 'raw',
  statuses: [204],
  input: z.object({
    user: z.string().min(1).max(128),
    password: z.string().min(1).max(newPasswordLength.max),
    new_password: z.string().min(newPasswordLength.min).max(newPasswordLength.max),
  }),
  output: z.null(),
  handle: async ({ user, password, new_password: newPassword }, { app, request: { address } }) => {
    await change(app, { user, password, address }, newPassword);
    return answer(204, null);
  },
});
