import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { changePassword as change } from '../use-cases/change-password.ts';
import { endpoint } from './endpoint.ts';
import { LoginName, NewPassword } from './password-fields.ts';

export const changePassword = endpoint({
  method: 'PUT',
  path: '/login/password',
  auth: 'public',
  summary: 'A new password in place of the old one; everybody who signed in with it is signed out',
  wire: 'raw',
  statuses: [204],
  input: z.object({ user: LoginName, password: z.string().min(1).max(256), new_password: NewPassword }),
  output: z.null(),
  handle: async ({ user, password, new_password: newPassword }, { app, request: { address } }) => {
    await change(app, { user, password, address }, newPassword);
    return answer(204, null);
  },
});
