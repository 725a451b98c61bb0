import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { sessionCookieFor } from '../domain/session-cookie.ts';
import { startOAuth as start } from '../use-cases/start-oauth.ts';
import { Label, PlatformName } from './connection-view.ts';
import { endpoint } from './endpoint.ts';

export const startOAuth = endpoint({
  method: 'POST',
  path: '/auth/start',
  auth: 'user',
  summary: 'Begin to connect an account by OAuth: open the authorization URL in the same browser',
  wire: 'raw',
  quota: 'mutation',
  input: z.object({
    platform: PlatformName,
    /** All that the operations need unless said. */
    scopes: z.array(z.string().min(1).max(200)).min(1).max(50).optional(),
    label: Label.optional(),
    /** A connection that gets new tokens, instead of a new one. */
    connection: z.uuid().optional(),
  }),
  output: z.object({ authorization_url: z.url() }),
  handle: async ({ platform, scopes, label, connection }, { app, caller, request }) => {
    const cookie = sessionCookieFor(app.redirectUri);
    const session = cookie.read(request.headers['cookie']) ?? app.newSecret();
    const { userId } = caller;
    const url = await start(app, { userId, platform, scopes, label, connectionId: connection, session });
    return answer(200, { authorization_url: url }, { 'set-cookie': cookie.write(session) });
  },
});
