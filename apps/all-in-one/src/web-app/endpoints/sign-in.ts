import { UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const signIn = endpoint({
  method: 'POST',
  path: '/sign-in',
  auth: 'public',
  summary: 'The code of the link that the start printed, for an access token of the local person.',
  input: z.object({ code: z.string().min(1).max(100) }),
  output: z.object({ token: z.string(), userId: UserId, expiresAt: z.iso.datetime() }),
  handle: async ({ code }, { app }) => {
    const { expiresAt, ...signedIn } = await app.signIn(code);
    return { ...signedIn, expiresAt: new Date(expiresAt).toISOString() };
  },
});
