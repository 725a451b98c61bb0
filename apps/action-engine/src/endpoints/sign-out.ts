import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { signOut as end } from '../use-cases/sign-out.ts';
import { endpoint } from './endpoint.ts';

export const signOut = endpoint({
  method: 'POST',
  path: '/logout',
  auth: 'public',
  summary: 'Sign out: the refresh token is used up; an access token ends with its hour',
  wire: 'raw',
  statuses: [204],
  input: z.object({ refresh_token: z.string().min(1).max(200) }),
  output: z.null(),
  handle: async ({ refresh_token: refreshToken }, { app }) => {
    await end(app, refreshToken);
    return answer(204, null);
  },
});
