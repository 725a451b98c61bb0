import { createHash } from 'node:crypto';
import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { readFeed } from '../use-cases/calendar-feed.ts';
import { endpoint } from './endpoint.ts';

export const readCalendar = endpoint({
  method: 'GET',
  path: '/calendar.ics',
  auth: 'public',
  summary: 'Your calendar for calendar apps (iCalendar); its token is all that they can send',
  input: z.object({ token: z.string().regex(/^[0-9a-f]{64}$/, 'expected the token of a calendar feed') }),
  output: z.string(),
  statuses: [304],
  wire: 'raw',
  handle: async ({ token }, { app, request }) => {
    const text = await readFeed(app, token);
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': 'text/calendar; charset=utf-8' };
    return request.headers['if-none-match'] === etag ? answer(304, '', { etag }) : answer(200, text, headers);
  },
});
