import { z } from 'zod';
import { sessionCookieFor } from '../domain/session-cookie.ts';
import { finishOAuth as finish } from '../use-cases/finish-oauth.ts';
import { ShownConnection, shownConnection } from './connection-view.ts';
import { endpoint } from './endpoint.ts';

/** RFC 6749 4.1.2.1: no sentences, which are the platform's to write and nobody's to believe. */
const ErrorCode = z.string().regex(/^[a-z_]{1,64}$/);

export const finishOAuth = endpoint({
  method: 'POST',
  path: '/auth/callback',
  auth: 'visitor',
  summary: 'Store what a platform gives for the code: in the browser that began it, or as the person who began it',
  wire: 'raw',
  input: z
    .object({
      state: z.string().min(1).max(200),
      code: z.string().min(1).max(4_096).optional(),
      iss: z.string().max(500).optional(),
      error: ErrorCode.optional(),
    })
    .refine(({ code, error }) => (code === undefined) !== (error === undefined), {
      path: ['code'],
      error: 'expected a code, or the error that came in its place',
    }),
  output: z.object({ connection: ShownConnection }),
  handle: async ({ state, code, iss, error }, { app, caller, request }) => {
    const session = sessionCookieFor(app.redirectUri).read(request.headers['cookie']);
    const back = { state, code, iss, error, userId: caller.userId, session };
    return { connection: shownConnection(await finish(app, back)) };
  },
});
